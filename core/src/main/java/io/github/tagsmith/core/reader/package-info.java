/**
 * Readers, cards and transactions, neutral of transport.
 *
 * <p>Threads: a {@link io.github.tagsmith.core.reader.Readers} and every card opened from it belong to one thread at a time.
 * Use a second {@code Readers} on another thread rather than sharing one.
 */
@NullMarked
package io.github.tagsmith.core.reader;

import org.jspecify.annotations.NullMarked;
