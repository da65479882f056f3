package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.KeySetNo;
import java.util.Optional;

/**
 * Changes a key of any key set, EV2 and later. Source: liblogicalaccess, NXP NfcRdLib; stated only.
 *
 * @param set which key set
 * @param keyNo which key
 * @param cardLevel whether it is a key of the card
 * @param newKey what it becomes
 * @param oldKey what it is now
 */
public record ChangeKeyEv2(KeySetNo set, KeyNo keyNo, boolean cardLevel, DesfireKey newKey, Optional<DesfireKey> oldKey)
        implements KeyChange<Bytes> {

    @Override
    public Instruction instruction() {
        return Instruction.CHANGE_KEY_EV2;
    }

    @Override
    public Bytes header() {
        return Bytes.of(
                set.value(), keyNo.value() | (cardLevel ? newKey.algorithm().typeBits() : 0));
    }

    @Override
    public Optional<KeySetNo> keySet() {
        return Optional.of(set);
    }

    @Override
    public Bytes decode(Bytes answer) throws NfcException {
        return Answer.decode(instruction(), answer, cursor -> Bytes.EMPTY);
    }
}
