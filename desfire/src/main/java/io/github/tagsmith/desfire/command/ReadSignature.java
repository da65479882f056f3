package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.OptionalInt;

/** The originality signature: r and s of an ECDSA signature over the UID, 28 bytes each. Read plain without a session. */
public record ReadSignature() implements DesfireCommand<Bytes> {

    /** Length of the signature in bytes. */
    public static final int LENGTH = 56;

    private static final int ADDRESS = 0;

    @Override
    public Instruction instruction() {
        return Instruction.READ_SIGNATURE;
    }

    @Override
    public Bytes header() {
        return Bytes.of(ADDRESS);
    }

    @Override
    public CommMode commMode() {
        return CommMode.FULL;
    }

    @Override
    public OptionalInt answerLength() {
        return OptionalInt.of(LENGTH);
    }

    @Override
    public Bytes decode(Bytes answer) throws NfcException {
        return Answer.decode(instruction(), answer, cursor -> cursor.take(LENGTH));
    }
}
