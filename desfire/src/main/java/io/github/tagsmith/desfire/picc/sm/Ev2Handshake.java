package io.github.tagsmith.desfire.picc.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.model.DesfireKey;
import java.util.function.BiFunction;

/**
 * Commands 71 and 77 with AES.
 *
 * <pre>
 * card     E(RndB)
 * reader   E(RndA || RndB turned)
 * card     71: E(TI || RndA turned || PDcap2 || PCDcap2)     77: E(RndA turned)
 * </pre>
 *
 * <p>Every message starts from a zero chaining value. 71 begins a transaction, counter 0; 77 replaces the keys and keeps
 * identifier and counter. Source: ev2-auth-first.json and ev2-nonfirst.json of the vectors.
 */
public final class Ev2Handshake implements Handshake {

    /** The length of a nonce, in bytes. */
    public static final int NONCE_LENGTH = 16;

    private static final Bytes ZERO = Bytes.zeros(NONCE_LENGTH);
    private static final Bytes ENC_LABEL = Bytes.fromHex("A55A00010080");
    private static final Bytes MAC_LABEL = Bytes.fromHex("5AA500010080");

    private final BlockCipher cipher;
    private final Bytes rndB;
    private final BiFunction<Cmac, Bytes, Continuation> continuation;

    /** The rest: the counter that goes on, and the last clear message. */
    private record Continuation(CommandCounter counter, Bytes message) {}

    private Ev2Handshake(DesfireKey key, Bytes rndB, BiFunction<Cmac, Bytes, Continuation> continuation) {
        this.cipher = key.cipher();
        this.rndB = rndB;
        this.continuation = continuation;
    }

    /**
     * Begins command 71.
     *
     * @param key an AES key
     * @param rndB 16 random bytes
     * @param introduction what the card tells
     * @return the handshake
     */
    public static Ev2Handshake first(DesfireKey key, Bytes rndB, Introduction introduction) {
        return new Ev2Handshake(
                key,
                rndB,
                (mac, turned) -> new Continuation(
                        new CommandCounter(mac, introduction.ti(), 0),
                        Bytes.concat(introduction.ti(), turned, introduction.capabilities())));
    }

    /**
     * Begins command 77, inside the transaction of a session.
     *
     * @param key an AES key
     * @param rndB 16 random bytes
     * @param current the session that goes on
     * @return the handshake
     * @throws Refusal if that is no session of EV2 (AE)
     */
    public static Ev2Handshake nonFirst(DesfireKey key, Bytes rndB, CardSession current) throws Refusal {
        CommandCounter counter = Nonce.requireKind(current, Ev2Session.class).counter();
        return new Ev2Handshake(
                key,
                rndB,
                (mac, turned) -> new Continuation(new CommandCounter(mac, counter.ti(), counter.value()), turned));
    }

    @Override
    public Bytes challenge() {
        return cipher.encipherCbc(ZERO, rndB);
    }

    @Override
    public Established finish(Bytes token) throws Refusal {
        Nonce.requireLength(token, 2 * NONCE_LENGTH);
        Bytes rndA = Nonce.readerNonce(cipher.decipherCbc(ZERO, token), rndB);
        Bytes context = SessionVector.context(rndA, rndB);
        Cmac derivation = new Cmac(cipher);
        Cmac mac = new Cmac(BlockCipher.aes(derivation.of(MAC_LABEL.plus(context))));
        BlockCipher enc = BlockCipher.aes(derivation.of(ENC_LABEL.plus(context)));
        Continuation rest = continuation.apply(mac, Nonce.rotated(rndA));
        return new Established(new Ev2Session(rest.counter(), enc), cipher.encipherCbc(ZERO, rest.message()));
    }
}
