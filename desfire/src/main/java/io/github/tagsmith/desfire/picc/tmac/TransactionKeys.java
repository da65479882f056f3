package io.github.tagsmith.desfire.picc.tmac;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.crypto.Padding;
import io.github.tagsmith.desfire.model.DesfireKey;

/**
 * The keys of one transaction.
 *
 * <pre>
 * KSesTMMAC   CMAC(AppTransactionMACKey, 5A00010080 || TMC + 1 || UID)
 * KSesTMENC   CMAC(AppTransactionMACKey, A500010080 || TMC + 1 || UID)
 * TMV         MACt(KSesTMMAC, TMI)
 * EncTMRI     E(KSesTMENC, TMRIPrev), zero chaining value
 * </pre>
 *
 * <p>Applications with LRP derive the keys otherwise, which no public document shows; they get these. Source: tmac.json of the
 * vectors.
 */
public final class TransactionKeys {

    private static final Bytes MAC_LABEL = Bytes.fromHex("5A00010080");
    private static final Bytes ENC_LABEL = Bytes.fromHex("A500010080");
    private static final int COUNTER_LENGTH = 4;

    private final Cmac mac;
    private final BlockCipher enc;

    private TransactionKeys(Cmac mac, BlockCipher enc) {
        this.mac = mac;
        this.enc = enc;
    }

    /**
     * Derives them.
     *
     * @param key AppTransactionMACKey, AES
     * @param counter TMC before this transaction, 0 to FFFFFFFE
     * @param uid the card's UID, 7 bytes
     * @return the keys
     */
    public static TransactionKeys of(DesfireKey key, long counter, Bytes uid) {
        Cmac derivation = new Cmac(key.cipher());
        Bytes context = Bytes.littleEndian(counter + 1, COUNTER_LENGTH).plus(uid);
        return new TransactionKeys(
                new Cmac(derived(derivation, MAC_LABEL.plus(context))), derived(derivation, ENC_LABEL.plus(context)));
    }

    private static BlockCipher derived(Cmac derivation, Bytes vector) {
        return BlockCipher.aes(derivation.of(Padding.zeros(vector, 16)));
    }

    /**
     * The transaction MAC value.
     *
     * @param input what was done
     * @return TMV, 8 bytes
     */
    public Bytes value(TransactionInput input) {
        return mac.truncated(input.bytes());
    }

    /**
     * The reader of the transaction before, enciphered.
     *
     * @param previous TMRIPrev, 16 bytes; zeros at first
     * @return EncTMRI, 16 bytes
     */
    public Bytes encipheredReaderId(Bytes previous) {
        return enc.apply(previous);
    }
}
