/**
 * {@code trace}: captures and what they say.
 */
@NullMarked
package io.github.tagsmith.cli.trace;

import org.jspecify.annotations.NullMarked;
