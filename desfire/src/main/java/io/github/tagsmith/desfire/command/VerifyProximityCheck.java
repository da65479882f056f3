package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;

/**
 * Ends a proximity check: the reader's MAC over all rounds against the card's. Not proven on EV2 or EV3.
 *
 * @param mac 8 bytes
 */
public record VerifyProximityCheck(Bytes mac) implements DesfireCommand<Bytes> {

    private static final int MAC_LENGTH = 8;

    /**
     * Checks the length.
     *
     * @param mac 8 bytes
     */
    public VerifyProximityCheck {
        if (mac.length() != MAC_LENGTH) {
            throw new IllegalArgumentException("a MAC of " + mac.length() + " bytes, not 8");
        }
    }

    @Override
    public Instruction instruction() {
        return Instruction.VERIFY_PROXIMITY_CHECK;
    }

    @Override
    public Bytes header() {
        return mac;
    }

    @Override
    public CommMode commMode() {
        return CommMode.PLAIN;
    }

    @Override
    public Bytes decode(Bytes answer) throws NfcException {
        return Answer.decode(instruction(), answer, cursor -> cursor.take(MAC_LENGTH));
    }
}
