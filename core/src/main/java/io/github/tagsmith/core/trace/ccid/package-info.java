/**
 * CCID over USB (USB-IF, Device Class: Smart Card CCID, revision 1.1): readers found by descriptor or by the shape of their
 * traffic, messages put together from transfers and paired. Integers are little-endian, always.
 */
@NullMarked
package io.github.tagsmith.core.trace.ccid;

import org.jspecify.annotations.NullMarked;
