/**
 * PC/SC behind {@link io.github.tagsmith.core.reader}: contexts, connections, transactions and return codes.
 *
 * <p>Threads: a context and its cards belong to one thread at a time, as PC/SC itself demands: a call on a context that is
 * busy in another thread waits for it, or fails. Work that blocks for long (waiting for a card) takes a context of its own.
 */
@NullMarked
package io.github.tagsmith.core.pcsc;

import org.jspecify.annotations.NullMarked;
