/**
 * MIFARE Classic from the terminal's side: a session over the reader's storage-card commands.
 *
 * <p>Threads: a session belongs to one thread at a time, like the card it stands on.
 */
@NullMarked
package io.github.tagsmith.classic;

import org.jspecify.annotations.NullMarked;
