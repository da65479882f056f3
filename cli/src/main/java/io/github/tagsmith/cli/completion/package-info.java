/** Completion of the command line by bash, zsh and fish. */
@NullMarked
package io.github.tagsmith.cli.completion;

import org.jspecify.annotations.NullMarked;
