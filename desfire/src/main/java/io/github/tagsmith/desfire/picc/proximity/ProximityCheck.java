package io.github.tagsmith.desfire.picc.proximity;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.picc.sm.Refusal;

/**
 * A proximity check in progress: eight random bytes of each side, exchanged in one, two, four or eight rounds of the same length,
 * then MACs over all of it.
 *
 * <pre>
 * PreparePC   answer: option, published response time (2), PPS1 if option is 01
 * PC          length, part of pRndC; answer: as much of pRndR
 * VerifyPC    MACt(FD || answer of PreparePC || each round: pRndR, pRndC); answer: the same over 90
 * </pre>
 *
 * <p>The answer of PreparePC is that of a DESFire EV3 (proximity-check.json of the vectors). The rest is stated by a Proxmark3
 * script for MIFARE Plus only; no exchange with a known key is public, so it is not proven for DESFire.
 *
 * @param announced the answer of PreparePC
 * @param own pRndR, 8 bytes
 * @param rounds pRndR and pRndC of the rounds done
 * @param done how many bytes of pRndR were sent
 * @param step the length of a round in bytes; 0 before the first
 */
public record ProximityCheck(Bytes announced, Bytes own, Bytes rounds, int done, int step) {

    /** The length of pRndR and pRndC, in bytes. */
    public static final int RANDOM_LENGTH = 8;

    /** What a DESFire EV3 announces: option 01, response time 0320, PPS1 0A. */
    public static final Bytes EV3 = Bytes.fromHex("0103200A");

    /**
     * PreparePC.
     *
     * @param announced what is announced, {@link #EV3} for instance
     * @param own 8 random bytes
     * @return a check before its first round
     */
    public static ProximityCheck prepared(Bytes announced, Bytes own) {
        return new ProximityCheck(announced, own, Bytes.EMPTY, 0, 0);
    }

    /**
     * A round.
     *
     * @param parameters length and part of pRndC
     * @return the check after it; {@link #answer} is due
     * @throws Refusal if the length is wrong (7E), or does not divide the eight bytes or differs from the round before (9E)
     */
    public ProximityCheck round(Bytes parameters) throws Refusal {
        if (parameters.isEmpty() || parameters.length() != 1 + parameters.get(0)) {
            throw new Refusal(DesfireStatus.LENGTH_ERROR);
        }
        int length = parameters.get(0);
        boolean divides = length > 0 && RANDOM_LENGTH % length == 0;
        if (!divides || (step != 0 && step != length) || done == RANDOM_LENGTH) {
            throw new Refusal(DesfireStatus.PARAMETER_ERROR);
        }
        Bytes exchanged = Bytes.concat(rounds, own.slice(done, done + length), parameters.slice(1));
        return new ProximityCheck(announced, own, exchanged, done + length, length);
    }

    /**
     * What the last round answers.
     *
     * @return a part of pRndR
     */
    public Bytes answer() {
        return own.slice(done - step, done);
    }

    /**
     * VerifyPC.
     *
     * @param key the VC proximity key, AES
     * @param mac the reader's MAC, 8 bytes
     * @return the card's MAC, 8 bytes, sent with status 90
     * @throws Refusal if rounds are missing (9D), or the MAC is wrong (1E)
     */
    public Bytes verify(DesfireKey key, Bytes mac) throws Refusal {
        if (done != RANDOM_LENGTH) {
            throw new Refusal(DesfireStatus.PERMISSION_DENIED);
        }
        Cmac cmac = new Cmac(key.cipher());
        Bytes exchanged = announced.plus(rounds);
        if (!Cmac.same(mac(cmac, Instruction.VERIFY_PROXIMITY_CHECK.code(), exchanged), mac)) {
            throw new Refusal(DesfireStatus.INTEGRITY_ERROR);
        }
        return mac(cmac, DesfireStatus.OK.code(), exchanged);
    }

    private static Bytes mac(Cmac cmac, int first, Bytes exchanged) {
        return cmac.truncated(Bytes.of(first).plus(exchanged));
    }
}
