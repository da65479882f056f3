/**
 * Readers, cards and transactions, neutral of transport.
 *
 * <p>Threads: a {@link io.github.tagsmith.core.reader.Readers} and every card opened from it belong to one thread at a time. A
 * thread that comes while another one is in a call, in a wait or in a transaction gets an {@link
 * java.lang.IllegalStateException} that names both. Use a second {@code Readers} on another thread rather than sharing one.
 * Two methods may be called from any thread at any time: {@link io.github.tagsmith.core.reader.Readers#cancel} and {@link
 * io.github.tagsmith.core.reader.ReaderWatch#cancel}. A watch has a connection of its own, so watching never disturbs work.
 */
@NullMarked
package io.github.tagsmith.core.reader;

import org.jspecify.annotations.NullMarked;
