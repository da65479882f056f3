package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.ByteCursor;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;

/**
 * The UID, also of a card that shows a random one. Answers of 7 bytes are proven (lrp-auth.json); UIDs of 4 and 10 bytes
 * come behind a format byte 00 and their length (NXP NfcRdLib, stated only).
 */
public record GetCardUid() implements DesfireCommand<Bytes> {

    private static final int UID_LENGTH = 7;
    private static final int SHORT_UID = 4;
    private static final int LONG_UID = 10;

    @Override
    public Instruction instruction() {
        return Instruction.GET_CARD_UID;
    }

    @Override
    public Bytes header() {
        return Bytes.EMPTY;
    }

    @Override
    public CommMode commMode() {
        return CommMode.FULL;
    }

    private static Bytes uid(ByteCursor cursor) throws NfcException {
        if (cursor.remaining() == UID_LENGTH) {
            return cursor.takeRest();
        }
        int format = cursor.take();
        int length = cursor.take();
        if (format != 0 || (length != SHORT_UID && length != LONG_UID)) {
            throw new IllegalArgumentException("a UID of format " + format + " and " + length + " bytes");
        }
        return cursor.take(length);
    }

    @Override
    public Bytes decode(Bytes answer) throws NfcException {
        return Answer.decode(instruction(), answer, cursor -> uid(cursor));
    }
}
