package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.model.DesfireKey;

/**
 * The handshake of commands 71 and 77 with AES; every message is CBC from zero. The part in brackets is that of 71 only.
 *
 * <pre>
 * card     E(B)
 * reader   E(A || rot B)
 * card     E([TI(4) ||] rot A [|| PDCap2(6) || PCDCap2(6)])
 * keys     CMAC(K, A55A 0001 0080 || vector)  enciphers
 *          CMAC(K, 5AA5 0001 0080 || vector)  makes MACs
 * </pre>
 */
record Ev2Answer(BlockCipher cipher, boolean first, Nonces nonces) implements KeyAnswer {

    private static final int SIZE = 16;
    private static final Bytes ZERO = Bytes.zeros(SIZE);
    private static final Bytes ENCRYPTION = Bytes.fromHex("A55A00010080");
    private static final Bytes MAC = Bytes.fromHex("5AA500010080");

    static KeyAnswer of(DesfireKey key, boolean first, Bytes challenge, Bytes rndA) {
        BlockCipher cipher = key.cipher();
        return new Ev2Answer(cipher, first, new Nonces(rndA, cipher.decipher(challenge)));
    }

    @Override
    public Bytes token() {
        return cipher.encipherCbc(ZERO, nonces.token());
    }

    @Override
    public SessionKeys sessionKeys(Bytes proof) throws NfcException {
        MemoryKey.requireLength(proof, first ? 2 * SIZE : SIZE, "the proof");
        Bytes clear = cipher.decipherCbc(ZERO, proof);
        int at = first ? TransactionMac.TI_LENGTH : 0;
        nonces.requireProof(clear.slice(at, at + SIZE));
        Bytes opening = clear.slice(0, at).plus(clear.slice(at + SIZE));
        return keys(cipher, nonces, opening);
    }

    /** Derives both session keys. */
    static SessionKeys keys(BlockCipher cipher, Nonces nonces, Bytes opening) {
        Cmac cmac = new Cmac(cipher);
        return new SessionKeys(
                SecretBytes.of(cmac.of(ENCRYPTION.plus(nonces.vector()))),
                SecretBytes.of(cmac.of(MAC.plus(nonces.vector()))),
                opening);
    }
}
