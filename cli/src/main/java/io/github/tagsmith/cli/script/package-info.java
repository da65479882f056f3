/**
 * Commands one after another on one connection: the language of scripts, and the shell, which reads the same language from
 * somebody who types.
 */
@NullMarked
package io.github.tagsmith.cli.script;

import org.jspecify.annotations.NullMarked;
