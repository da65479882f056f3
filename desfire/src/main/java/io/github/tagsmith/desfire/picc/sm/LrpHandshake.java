package io.github.tagsmith.desfire.picc.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.crypto.Lrp;
import io.github.tagsmith.desfire.model.DesfireKey;
import java.util.Optional;

/**
 * Commands 71 and 77 with LRP.
 *
 * <pre>
 * card     01 || RndB
 * reader   RndA || CMAC(RndA || RndB)
 * card     71: PICCData || CMAC(RndB || RndA || PICCData), PICCData = LRICB(TI || PDcap2 || PCDcap2)
 *          77: CMAC(RndB || RndA)
 * </pre>
 *
 * <p>The MACs are whole, under the new session's MAC key. 71 begins a transaction, counter 0, and PICCData is the first block
 * that is counted; 77 replaces the keys, keeps identifier and command counter and counts blocks from 0 again. Source: lrp-auth.json
 * of the vectors; for 77 there is none, AN12343 alone states it.
 */
public final class LrpHandshake implements Handshake {

    /** The length of a nonce, in bytes. */
    public static final int NONCE_LENGTH = 16;

    private static final Bytes MODE = Bytes.of(0x01);
    private static final Bytes LABEL = Bytes.fromHex("00010080");
    private static final Bytes LABEL_END = Bytes.fromHex("9669");

    private final Lrp lrp;
    private final Bytes rndB;
    private final Bytes ti;
    private final int count;
    private final Optional<Introduction> introduction;

    private LrpHandshake(DesfireKey key, Bytes rndB, Bytes ti, int count, Optional<Introduction> introduction) {
        this.lrp = new Lrp(key.value().reveal());
        this.rndB = rndB;
        this.ti = ti;
        this.count = count;
        this.introduction = introduction;
    }

    /**
     * Begins command 71.
     *
     * @param key an AES key
     * @param rndB 16 random bytes
     * @param introduction what the card tells
     * @return the handshake
     */
    public static LrpHandshake first(DesfireKey key, Bytes rndB, Introduction introduction) {
        return new LrpHandshake(key, rndB, introduction.ti(), 0, Optional.of(introduction));
    }

    /**
     * Begins command 77, inside the transaction of a session.
     *
     * @param key an AES key
     * @param rndB 16 random bytes
     * @param current the session that goes on
     * @return the handshake
     * @throws Refusal if that is no session of LRP (AE)
     */
    public static LrpHandshake nonFirst(DesfireKey key, Bytes rndB, CardSession current) throws Refusal {
        CommandCounter counter = Nonce.requireKind(current, LrpSession.class).counter();
        return new LrpHandshake(key, rndB, counter.ti(), counter.value(), Optional.empty());
    }

    @Override
    public Bytes challenge() {
        return MODE.plus(rndB);
    }

    @Override
    public Established finish(Bytes token) throws Refusal {
        Nonce.requireLength(token, 2 * NONCE_LENGTH);
        Bytes rndA = token.slice(0, NONCE_LENGTH);
        Bytes vector = Bytes.concat(LABEL, SessionVector.context(rndA, rndB), LABEL_END);
        Lrp master = new Lrp(lrp.cmac(LrpSession.MAC_KEY).of(vector));
        Cmac mac = master.cmac(LrpSession.MAC_KEY);
        Nonce.requireSame(token.slice(NONCE_LENGTH), mac.of(rndA.plus(rndB)));
        CountingSession session = new LrpSession(new CommandCounter(mac, ti, count), master, 0);
        Bytes data = Bytes.EMPTY;
        if (introduction.isPresent()) {
            CountingSession.Turned turned =
                    session.encipher(ti.plus(introduction.get().capabilities()));
            session = turned.next();
            data = turned.data();
        }
        return new Established(session, data.plus(mac.of(Bytes.concat(rndB, rndA, data))));
    }
}
