package io.github.tagsmith.desfire.tmac;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.Cmac;

/**
 * The keys of one transaction, derived from AppTransactionMACKey, UID and the transaction's counter.
 *
 * <pre>
 * KSesTMMAC = CMAC(key, 5A 0001 0080 || TMC || UID)    KSesTMENC = CMAC(key, A5 0001 0080 || TMC || UID)
 * TMV = the truncated CMAC of TMI under KSesTMMAC
 * </pre>
 *
 * <p>TMC is the counter that CommitTransaction answers with, 4 bytes, least significant first. Source: tmac.json of the vectors
 * (two independent projects); no TMV of a real card with its key is public.
 */
public final class TransactionSession {

    private static final Bytes MAC = Bytes.fromHex("5A00010080");
    private static final Bytes ENCIPHERMENT = Bytes.fromHex("A500010080");
    private static final int COUNTER_LENGTH = 4;
    private static final int UID_LENGTH = 7;
    private static final int BLOCK = 16;

    private final Cmac mac;
    private final BlockCipher cipher;

    /**
     * Derives the keys.
     *
     * @param key AppTransactionMACKey, 16 bytes
     * @param counter the transaction's counter, 1 to FFFFFFFF
     * @param uid the card's UID, 7 bytes
     */
    public TransactionSession(SecretBytes key, long counter, Bytes uid) {
        if (counter < 1 || counter > 0xFFFFFFFFL) {
            throw new IllegalArgumentException("transaction counter " + counter + " is not 1 to FFFFFFFF");
        }
        if (uid.length() != UID_LENGTH) {
            throw new IllegalArgumentException("a UID of " + uid.length() + " bytes, not " + UID_LENGTH);
        }
        Cmac derivation = new Cmac(BlockCipher.aes(key.reveal()));
        Bytes tail = Bytes.littleEndian(counter, COUNTER_LENGTH).plus(uid);
        mac = new Cmac(BlockCipher.aes(derivation.of(MAC.plus(tail))));
        cipher = BlockCipher.aes(derivation.of(ENCIPHERMENT.plus(tail)));
    }

    /**
     * The MAC of the transaction.
     *
     * @param input its input, {@link TransactionInput}
     * @return TMV, 8 bytes
     */
    public Bytes value(TransactionInput input) {
        return mac.truncated(input.bytes());
    }

    /**
     * Checks the MAC of the transaction, in a time that does not depend on where it differs.
     *
     * @param input its input
     * @param value TMV, 8 bytes
     * @return whether it is right
     */
    public boolean verify(TransactionInput input, Bytes value) {
        return Cmac.same(value, value(input));
    }

    /**
     * The reader identifier of the transaction before, which CommitReaderID answers with.
     *
     * @param enciphered EncTMRI, 16 bytes
     * @return TMRIPrev, 16 bytes
     */
    public Bytes previousReaderId(Bytes enciphered) {
        if (enciphered.length() != BLOCK) {
            throw new IllegalArgumentException("EncTMRI has 16 bytes, not " + enciphered.length());
        }
        return cipher.decipherCbc(Bytes.zeros(BLOCK), enciphered);
    }
}
