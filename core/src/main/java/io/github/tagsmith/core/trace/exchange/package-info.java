/**
 * What host and card said to each other: APDUs and events, put together from CCID messages at whatever level the reader
 * exchanges them.
 */
@NullMarked
package io.github.tagsmith.core.trace.exchange;

import org.jspecify.annotations.NullMarked;
