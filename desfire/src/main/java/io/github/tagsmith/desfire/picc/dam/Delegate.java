package io.github.tagsmith.desfire.picc.dam;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyVersion;
import io.github.tagsmith.desfire.picc.sm.Refusal;

/**
 * The owner's approval of a delegated application, made with two keys that the one who creates the application does not have.
 *
 * <pre>
 * EncK     E(DAMENC, random (7) || first key, zeros up to 24 bytes || its version), zero chaining value
 * DAMMAC   MACt(DAMMAC, C9 || parameters || EncK)
 * </pre>
 *
 * @param macKey the card's DAMMAC key, AES
 * @param encKey the card's DAMENC key, AES
 */
public record Delegate(DesfireKey macKey, DesfireKey encKey) {

    /** The length of EncK, in bytes. */
    public static final int ENC_K_LENGTH = 32;

    /** The length of DAMMAC, in bytes. */
    public static final int MAC_LENGTH = 8;

    private static final int KEY_AT = 7;
    private static final int VERSION_AT = 31;

    /**
     * Checks the approval.
     *
     * @param parameters what comes with C9: identifier, slot, slot version, quota, settings, ISO names
     * @param encK the enciphered first key
     * @param mac the approval
     * @throws Refusal if it is for something else, or of somebody else (1E)
     */
    public void check(Bytes parameters, Bytes encK, Bytes mac) throws Refusal {
        Bytes covered = Bytes.concat(Bytes.of(Instruction.CREATE_DELEGATED_APPLICATION.code()), parameters, encK);
        if (!Cmac.same(new Cmac(macKey.cipher()).truncated(covered), mac)) {
            throw new Refusal(DesfireStatus.INTEGRITY_ERROR);
        }
    }

    /**
     * The first key of the application, which all its keys are at first.
     *
     * @param algorithm the application's algorithm
     * @param encK the enciphered first key, {@link #ENC_K_LENGTH} bytes
     * @return the key
     */
    public DesfireKey firstKey(KeyAlgorithm algorithm, Bytes encK) {
        BlockCipher cipher = encKey.cipher();
        Bytes clear = cipher.decipherCbc(Bytes.zeros(cipher.blockSize()), encK);
        KeyAlgorithm kept = algorithm == KeyAlgorithm.DES ? KeyAlgorithm.TDEA_2 : algorithm;
        SecretBytes value = SecretBytes.of(clear.slice(KEY_AT, KEY_AT + kept.keyLength()));
        return new DesfireKey(kept, value, new KeyVersion(clear.get(VERSION_AT)));
    }
}
