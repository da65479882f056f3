/**
 * DESFire EV1, EV2, EV3, DESFire Light and NTAG 424 DNA in software. {@link io.github.tagsmith.desfire.picc.DesfirePicc} speaks the
 * frames, {@code command} does the commands, {@code memory} is what is kept, {@code sm} protects. Written from the documents
 * alone: the client has its own.
 *
 * <p>Threads: a card belongs to one thread at a time; the slot it is in takes care of that.
 */
@NullMarked
package io.github.tagsmith.desfire.picc;

import org.jspecify.annotations.NullMarked;
