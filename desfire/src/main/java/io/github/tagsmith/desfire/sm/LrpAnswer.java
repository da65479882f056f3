package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.crypto.Lrp;
import io.github.tagsmith.desfire.model.DesfireKey;

/**
 * The handshake of commands 71 and 77 with LRP (AN12304, AN12343 table 19). The part in brackets is that of 71 only; it is
 * enciphered with counter 0.
 *
 * <pre>
 * card     B
 * reader   A || MAC(A || B)
 * card     [c = LRICB(TI(4) || PDCap2(6) || PCDCap2(6)) ||] MAC(B || A [|| c])
 * key      CMAC_LRP(K, 0001 0080 || vector || 9669), MACs under its updated key 0
 * </pre>
 */
record LrpAnswer(boolean first, Nonces nonces, Bytes master, Lrp lrp, Cmac cmac) implements KeyAnswer {

    private static final int SIZE = 16;
    private static final Bytes HEAD = Bytes.fromHex("00010080");
    private static final Bytes TAIL = Bytes.fromHex("9669");

    static KeyAnswer of(DesfireKey key, boolean first, Bytes challenge, Bytes rndA) {
        Nonces nonces = new Nonces(rndA, challenge);
        Bytes master = master(new Lrp(key.value().reveal()), nonces);
        Lrp lrp = new Lrp(master);
        return new LrpAnswer(first, nonces, master, lrp, lrp.cmac(LrpSession.MAC_KEY));
    }

    /** The master key of the session. */
    static Bytes master(Lrp key, Nonces nonces) {
        return key.cmac(LrpSession.MAC_KEY).of(vector(nonces));
    }

    /** The session vector, 32 bytes. */
    static Bytes vector(Nonces nonces) {
        return Bytes.concat(HEAD, nonces.vector(), TAIL);
    }

    @Override
    public Bytes token() {
        return nonces.a().plus(cmac.of(nonces.a().plus(nonces.b())));
    }

    @Override
    public SessionKeys sessionKeys(Bytes proof) throws NfcException {
        MemoryKey.requireLength(proof, first ? 2 * SIZE : SIZE, "the proof");
        Bytes cryptogram = proof.slice(0, proof.length() - SIZE);
        Bytes mac = cmac.of(Bytes.concat(nonces.b(), nonces.a(), cryptogram));
        Nonces.requireSame(proof.slice(cryptogram.length()), mac);
        return SessionKeys.single(master, lrp.decipher(LrpSession.ENCRYPTION_KEY, LrpSession.counter(0), cryptogram));
    }

    /** Not the master key. */
    @Override
    public String toString() {
        return "LRP handshake";
    }
}
