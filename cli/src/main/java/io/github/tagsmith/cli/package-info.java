/**
 * The command line: start, global options, and the one place where an error becomes a sentence and an exit status.
 */
@NullMarked
package io.github.tagsmith.cli;

import org.jspecify.annotations.NullMarked;
