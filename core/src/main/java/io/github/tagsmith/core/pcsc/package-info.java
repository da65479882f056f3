/**
 * PC/SC behind {@link io.github.tagsmith.core.reader}: contexts, connections, transactions and return codes.
 *
 * <p>Threads: a context and its cards belong to one thread at a time, as PC/SC itself demands: a call on a context that is
 * busy in another thread waits for it, or fails. {@link io.github.tagsmith.core.reader.ThreadConfinement} keeps to it and
 * throws rather than wait. SCardCancel is the exception. Work that blocks for long (watching) has a context of its own.
 *
 * <p>Memory: what a connection needs natively is allocated at connect and used again; see {@link
 * io.github.tagsmith.core.pcsc.nat} for how long it lives.
 */
@NullMarked
package io.github.tagsmith.core.pcsc;

import org.jspecify.annotations.NullMarked;
