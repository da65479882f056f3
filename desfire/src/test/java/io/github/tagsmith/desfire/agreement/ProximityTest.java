package io.github.tagsmith.desfire.agreement;

import static io.github.tagsmith.core.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.apdu.ApduChannel;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.channel.DesfireChannel;
import io.github.tagsmith.desfire.command.ApplicationParameters;
import io.github.tagsmith.desfire.command.CreateApplication;
import io.github.tagsmith.desfire.command.SelectApplication;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.ApplicationKeys;
import io.github.tagsmith.desfire.model.CardGeneration;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeySettings;
import io.github.tagsmith.desfire.picc.DesfirePicc;
import io.github.tagsmith.desfire.picc.FactoryCards;
import io.github.tagsmith.desfire.proximity.ProximityMeasurement;
import io.github.tagsmith.desfire.proximity.ProximityVerdict;
import java.time.Duration;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reader and card do a proximity check on a clock that the test moves. That they agree on the MAC proves nothing: no exchange with a
 * known key is public.
 */
class ProximityTest {

    private static final Aid ANY = Aid.of("112233");
    private static final long ROUND = 700_000;
    private static final Duration ROUND_TIME = Duration.ofNanos(ROUND);
    private static final Duration PUBLISHED = Duration.ofNanos(800_000);

    private final DesfirePicc card = new DesfirePicc(
            FactoryCards.delivered(CardGeneration.EV3, Bytes.fromHex("04112233445566")),
            RandomSource.of(new Random(1)));
    private long now;

    private ProximityMeasurement over(ApduChannel transport) throws NfcException {
        DesfireChannel channel = DesfireChannel.over(transport);
        channel.send(new SelectApplication(Aid.PICC));
        channel.send(new CreateApplication(
                ApplicationParameters.of(ANY, ApplicationKeys.of(KeySettings.FACTORY, 1, KeyAlgorithm.AES))));
        channel.send(new SelectApplication(ANY));
        now = 0;
        return new ProximityMeasurement(channel, RandomSource.of(new Random(2)), () -> now);
    }

    private Bytes slowly(Bytes command, long nanoseconds) {
        now += nanoseconds;
        return card.answer(command);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void nearCardIsInTime(int rounds) throws NfcException {
        ProximityVerdict verdict =
                over(command -> slowly(command, ROUND)).measure(DesfireKey.zero(KeyAlgorithm.AES), rounds);
        assertEquals(PUBLISHED, verdict.published());
        assertEquals(Collections.nCopies(rounds, ROUND_TIME), verdict.rounds());
        assertTrue(verdict.isInTime(Duration.ZERO));
    }

    @Test
    void relayedCardIsLate() throws NfcException {
        ProximityVerdict verdict =
                over(command -> slowly(command, 5 * ROUND)).measure(DesfireKey.zero(KeyAlgorithm.AES), 8);
        assertFalse(verdict.isInTime(Duration.ofMillis(2)));
        assertTrue(verdict.isInTime(Duration.ofMillis(3)));
        assertEquals(verdict.fastest(), verdict.slowest());
    }

    @Test
    void wrongKeyIsRefused() throws NfcException {
        ProximityMeasurement measurement = over(command -> slowly(command, ROUND));
        DesfireKey wrong = DesfireKey.of(KeyAlgorithm.AES, Bytes.repeat(16, 1));
        assertFails(ErrorKind.REFUSED, () -> measurement.measure(wrong, 4));
    }

    /** An answer that was changed on the way: the card's MAC does not cover what the reader saw. */
    @Test
    void changedProofIsNoticed() throws NfcException {
        ProximityMeasurement measurement = over(command -> {
            Bytes answer = slowly(command, ROUND);
            boolean proof = command.length() > 2 && command.get(1) == 0xFD;
            return proof ? answer.with(0, Bytes.of(answer.get(0) ^ 1)) : answer;
        });
        assertFails(ErrorKind.PROTOCOL, () -> measurement.measure(DesfireKey.zero(KeyAlgorithm.AES), 2));
    }
}
