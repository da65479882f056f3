/**
 * PC/SC part 10: what a reader's driver offers beyond APDUs, found through SCardControl on an open {@link
 * io.github.tagsmith.core.reader.Card}.
 */
@NullMarked
package io.github.tagsmith.core.feature;

import org.jspecify.annotations.NullMarked;
