/**
 * The in-process reader: a slot with power and reset, and the firmware that answers pseudo-APDUs.
 *
 * <p>Threads: a slot may be used from several threads (a prompt that removes the card, a program that talks to it); each call
 * is atomic. A {@link io.github.tagsmith.core.virtual.VirtualCard} belongs to one thread at a time, like every card.
 */
@NullMarked
package io.github.tagsmith.core.virtual;

import org.jspecify.annotations.NullMarked;
