/**
 * The channel to a card: framing, chaining, status, and the session that is current. A channel belongs to one thread at a time,
 * as the transport under it does.
 */
@NullMarked
package io.github.tagsmith.desfire.channel;

import org.jspecify.annotations.NullMarked;
