package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.KeySetNo;
import java.util.Optional;

/**
 * Changes a key of the active key set. At card level the key number carries the algorithm of the new key in bits 7 and 6;
 * changekey.json of the vectors.
 *
 * @param keyNo which key
 * @param cardLevel whether it is a key of the card
 * @param newKey what it becomes
 * @param oldKey what it is now; needed only if the session was authenticated with another one
 */
public record ChangeKey(KeyNo keyNo, boolean cardLevel, DesfireKey newKey, Optional<DesfireKey> oldKey)
        implements KeyChange<Bytes> {

    @Override
    public Instruction instruction() {
        return Instruction.CHANGE_KEY;
    }

    @Override
    public Bytes header() {
        return Bytes.of(keyNo.value() | (cardLevel ? newKey.algorithm().typeBits() : 0));
    }

    @Override
    public Optional<KeySetNo> keySet() {
        return Optional.empty();
    }

    @Override
    public Bytes decode(Bytes answer) throws NfcException {
        return Answer.decode(instruction(), answer, cursor -> Bytes.EMPTY);
    }
}
