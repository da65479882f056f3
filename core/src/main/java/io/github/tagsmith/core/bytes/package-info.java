/**
 * Immutable byte strings, secret byte strings, hex, and a cursor that reports where it stopped.
 */
@NullMarked
package io.github.tagsmith.core.bytes;

import org.jspecify.annotations.NullMarked;
