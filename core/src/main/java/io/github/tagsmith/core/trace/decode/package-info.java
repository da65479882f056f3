/**
 * Captures from the first byte to the last APDU, in one pass.
 */
@NullMarked
package io.github.tagsmith.core.trace.decode;

import org.jspecify.annotations.NullMarked;
