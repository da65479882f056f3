/**
 * What a command is given: reader specifications, keys, files.
 */
@NullMarked
package io.github.tagsmith.cli.input;

import org.jspecify.annotations.NullMarked;
