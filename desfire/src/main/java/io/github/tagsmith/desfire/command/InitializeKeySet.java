package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeySetNo;

/**
 * Prepares a key set for new keys, EV2 and later. Source: liblogicalaccess, NXP NfcRdLib; stated only.
 *
 * @param set which key set, not the active one
 * @param algorithm the kind of its keys: sent as 0 for DES and 2K3DES, 1 for 3K3DES, 2 for AES
 */
public record InitializeKeySet(KeySetNo set, KeyAlgorithm algorithm) implements Order {

    @Override
    public Instruction instruction() {
        return Instruction.INITIALIZE_KEY_SET;
    }

    @Override
    public Bytes header() {
        return Bytes.of(set.value(), algorithm.typeBits() >>> 6);
    }
}
