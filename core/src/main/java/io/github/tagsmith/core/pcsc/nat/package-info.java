/**
 * The C side of PC/SC: the library, its functions, and the widths and layouts of the three systems. No other package
 * knows jnr-ffi or a struct offset.
 */
@NullMarked
package io.github.tagsmith.core.pcsc.nat;

import org.jspecify.annotations.NullMarked;
