package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;

/**
 * A round of a proximity check: random bytes against as many random bytes. Its time tells how far away the card is. Source:
 * section 10 of the protocol reference and liblogicalaccess; not proven on EV2 or EV3.
 *
 * @param challenge 1, 2, 4 or 8 bytes of the reader's random number
 */
public record ProximityCheck(Bytes challenge) implements DesfireCommand<Bytes> {

    /** The length of both random numbers, over all rounds, in bytes. */
    public static final int RANDOM_LENGTH = 8;

    /**
     * Checks the length.
     *
     * @param challenge 1, 2, 4 or 8 bytes of the reader's random number
     */
    public ProximityCheck {
        if (challenge.isEmpty() || RANDOM_LENGTH % challenge.length() != 0) {
            throw new IllegalArgumentException(challenge.length() + " bytes a round, not 1, 2, 4 or 8");
        }
    }

    @Override
    public Instruction instruction() {
        return Instruction.PROXIMITY_CHECK;
    }

    @Override
    public Bytes header() {
        return Bytes.of(challenge.length()).plus(challenge);
    }

    @Override
    public CommMode commMode() {
        return CommMode.PLAIN;
    }

    @Override
    public Bytes decode(Bytes answer) throws NfcException {
        return Answer.decode(instruction(), answer, cursor -> cursor.take(challenge.length()));
    }
}
