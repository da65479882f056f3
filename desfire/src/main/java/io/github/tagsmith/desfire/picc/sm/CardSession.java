package io.github.tagsmith.desfire.picc.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.Instruction;

/**
 * The card's end of a session. Each command is {@linkplain #open opened} and its answer {@linkplain #close closed}, plain
 * ones too, since the chaining value or the counter goes on with them; each step gives the session that the next one starts from.
 *
 * <p>It protects good answers only. An answer with an error status carries no MAC, and after it the caller goes on with
 * {@link NoSession}; likewise after SelectApplication, and after the key authenticated with was changed, whose good answer is
 * plain.
 *
 * <p>The communication mode is what the command or the file asks for, whatever the session: MAC for most commands, that of the
 * file for file data, plain for a file whose right is free. The session knows what that means in each direction.
 */
public sealed interface CardSession permits NoSession, D40Session, Ev1Session, CountingSession {

    /**
     * How long a command becomes on the wire, which tells the last frame of a chain.
     *
     * @param instruction which command
     * @param dataLength the length of its clear data behind the header, in bytes
     * @param mode the communication mode of the command or file
     * @return how many bytes follow the header
     */
    int wireLength(Instruction instruction, int dataLength, CommMode mode);

    /**
     * Checks a command and takes its protection off.
     *
     * @param command the whole command
     * @param mode the communication mode of the command or file
     * @return the clear data
     * @throws Refusal if MAC, checksum or padding are wrong (1E), or the length cannot be (7E)
     */
    Opened open(ReceivedCommand command, CommMode mode) throws Refusal;

    /**
     * Protects the answer to the command opened last.
     *
     * @param answer the answer
     * @param mode the communication mode of the command or file
     * @return what follows or precedes the status on the wire
     */
    Closed close(Answer answer, CommMode mode);

    /**
     * Opens ChangeKey or ChangeKeyEV2.
     *
     * @param command the whole command; the header is the key number, with ChangeKeyEV2 the key set number before it
     * @param change what the card knows of the change
     * @return the new key
     * @throws Refusal if checksums, MAC or padding are wrong (1E), the length cannot be (7E), or this is no session (AE)
     */
    OpenedKey openKey(ReceivedCommand command, KeyChange change) throws Refusal;

    /**
     * A command that was opened.
     *
     * @param data its clear data, behind the header
     * @param next the session to close the answer with
     */
    record Opened(Bytes data, CardSession next) {}

    /**
     * An answer ready to be sent.
     *
     * @param wire everything but the status
     * @param unit every frame but the last holds a multiple of so many bytes: a cipher block where D40 and EV1 encipher
     *     (recorded sessions of skjolber: 48 of 64 bytes, 56 of 72), else 1
     * @param next the session for the next command
     */
    record Closed(Bytes wire, int unit, CardSession next) {

        /**
         * An answer that may be split anywhere.
         *
         * @param wire everything but the status
         * @param next the session for the next command
         */
        public Closed(Bytes wire, CardSession next) {
            this(wire, 1, next);
        }
    }

    /**
     * A key change that was opened.
     *
     * @param key the new key
     * @param next the session to close the answer with
     */
    record OpenedKey(DesfireKey key, CardSession next) {}
}
