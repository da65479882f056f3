/** What every command works with: the global options, put to use. */
@NullMarked
package io.github.tagsmith.cli.command;

import org.jspecify.annotations.NullMarked;
