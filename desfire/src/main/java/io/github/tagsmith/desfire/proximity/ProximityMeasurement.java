package io.github.tagsmith.desfire.proximity;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.channel.DesfireChannel;
import io.github.tagsmith.desfire.command.PrepareProximityCheck;
import io.github.tagsmith.desfire.command.ProximityCheck;
import io.github.tagsmith.desfire.command.VerifyProximityCheck;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.ProximityParameters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Does a proximity check and measures it.
 *
 * <pre>
 * PreparePC   answer: option, published response time, [PPS1]
 * PC          a part of pRndC; answer: as much of pRndR; measured
 * VerifyPC    MACt(FD || answer of PreparePC || each round: pRndR, pRndC); answer: the same over 90
 * </pre>
 *
 * <p>Source: section 10 of the protocol reference, a Proxmark3 script for MIFARE Plus. The MAC is not proven on DESFire: no exchange
 * with a known key is public, and a public project reports that it could not reproduce the MAC of two cards.
 */
public final class ProximityMeasurement {

    private final DesfireChannel channel;
    private final RandomSource random;
    private final LongSupplier nanoseconds;

    /**
     * A measurement of the card at a channel.
     *
     * @param channel where commands go
     * @param random where pRndC comes from
     * @param nanoseconds a clock, for instance {@code System::nanoTime}
     */
    public ProximityMeasurement(DesfireChannel channel, RandomSource random, LongSupplier nanoseconds) {
        this.channel = channel;
        this.random = random;
        this.nanoseconds = nanoseconds;
    }

    /**
     * Measures; {@code rounds + 2} exchanges. An application has to be selected: at card level an EV3 answers 910B, says a public
     * project.
     *
     * @param key the VC proximity key, AES
     * @param rounds 1, 2, 4 or 8
     * @return the card's promise and what was measured
     * @throws NfcException {@code PROTOCOL} if the card's MAC is wrong, {@code REFUSED} if it refuses ours
     */
    public ProximityVerdict measure(DesfireKey key, int rounds) throws NfcException {
        if (rounds < 1 || ProximityCheck.RANDOM_LENGTH % rounds != 0) {
            throw new IllegalArgumentException(rounds + " rounds, not 1, 2, 4 or 8");
        }
        ProximityParameters announced = channel.send(new PrepareProximityCheck());
        Bytes challenge = random.next(ProximityCheck.RANDOM_LENGTH);
        int step = ProximityCheck.RANDOM_LENGTH / rounds;
        Bytes exchanged = announced.toWire();
        List<Duration> times = new ArrayList<>();
        for (int at = 0; at < ProximityCheck.RANDOM_LENGTH; at += step) {
            Bytes own = challenge.slice(at, at + step);
            long sent = nanoseconds.getAsLong();
            Bytes answer = channel.send(new ProximityCheck(own));
            times.add(Duration.ofNanos(nanoseconds.getAsLong() - sent));
            exchanged = Bytes.concat(exchanged, answer, own);
        }
        Cmac cmac = new Cmac(key.cipher());
        Bytes proof =
                channel.send(new VerifyProximityCheck(mac(cmac, Instruction.VERIFY_PROXIMITY_CHECK.code(), exchanged)));
        if (!Cmac.same(mac(cmac, DesfireStatus.OK.code(), exchanged), proof)) {
            throw NfcException.protocol("the card's MAC over the proximity check is wrong")
                    .withHint("Somebody answered in its place, or the key is not its VC proximity key");
        }
        return new ProximityVerdict(Duration.ofNanos(announced.responseTime() * 1_000L), times);
    }

    private static Bytes mac(Cmac cmac, int first, Bytes exchanged) {
        return cmac.truncated(Bytes.of(first).plus(exchanged));
    }
}
