package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;

/**
 * Puts the reader's identifier into the transaction, EV2 and later. The answer is the identifier of the transaction before,
 * enciphered under a key that only the owner of the transaction MAC key can derive; ev2-mac-full.json (AN12343 table 32).
 *
 * @param readerId 16 bytes
 */
public record CommitReaderId(Bytes readerId) implements DesfireCommand<Bytes> {

    /** Length of a reader identifier, and of the enciphered one, in bytes. */
    public static final int LENGTH = 16;

    /**
     * Checks the length.
     *
     * @param readerId 16 bytes
     */
    public CommitReaderId {
        if (readerId.length() != LENGTH) {
            throw new IllegalArgumentException("a reader identifier has 16 bytes, not " + readerId.length());
        }
    }

    @Override
    public Instruction instruction() {
        return Instruction.COMMIT_READER_ID;
    }

    @Override
    public Bytes header() {
        return Bytes.EMPTY;
    }

    @Override
    public Bytes data() {
        return readerId;
    }

    @Override
    public CommMode commMode() {
        return CommMode.MAC;
    }

    @Override
    public boolean answersWholeBlocks() {
        return true;
    }

    @Override
    public Bytes decode(Bytes answer) throws NfcException {
        return Answer.decode(instruction(), answer, cursor -> cursor.take(LENGTH));
    }
}
