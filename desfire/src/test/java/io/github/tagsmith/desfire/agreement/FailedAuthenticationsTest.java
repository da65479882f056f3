package io.github.tagsmith.desfire.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.channel.DesfireChannel;
import io.github.tagsmith.desfire.command.ChangeKey;
import io.github.tagsmith.desfire.command.Configuration;
import io.github.tagsmith.desfire.command.IsoCommands;
import io.github.tagsmith.desfire.command.SetConfiguration;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.CardGeneration;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.DfName;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.picc.DesfirePicc;
import io.github.tagsmith.desfire.picc.FactoryCards;
import io.github.tagsmith.desfire.sm.MemoryKey;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The counters and delays of NTAG 424 DNA, as FailedAuthentications of the card describes them. */
class FailedAuthenticationsTest {

    private static final Bytes UID = Bytes.fromHex("04112233445566");
    private static final Bytes FIRST_KEY_1 = Bytes.fromHex("9071000002010000");
    private static final Bytes WRONG_TOKEN = Bytes.concat(Bytes.fromHex("90AF000020"), Bytes.zeros(32), Bytes.of(0));
    private static final KeyNo KEY_1 = new KeyNo(1);

    private final RandomSource random = RandomSource.of(new Random(5));
    private final DesfirePicc card = new DesfirePicc(FactoryCards.delivered(CardGeneration.NTAG_424, UID), random);

    @BeforeEach
    void select() throws NfcException {
        channel();
    }

    private DesfireChannel channel() throws NfcException {
        DesfireChannel channel = DesfireChannel.over(card::answer);
        channel.transmit(IsoCommands.select(DfName.NDEF));
        return channel;
    }

    private DesfireChannel authenticated(KeyNo key) throws NfcException {
        DesfireChannel channel = channel();
        channel.authenticate(AuthenticationMethod.EV2, key, new MemoryKey(DesfireKey.zero(KeyAlgorithm.AES), random));
        return channel;
    }

    private String begin() {
        Bytes answer = card.answer(FIRST_KEY_1);
        return answer.slice(answer.length() - 2).toHex();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertEquals("91AF", begin(), "attempt " + i);
            assertEquals("91AE", card.answer(WRONG_TOKEN).toHex());
        }
    }

    @Test
    void fiftyInARowPutTheNextOneOff() throws NfcException {
        fail(50);
        assertEquals("91AD", begin());
        assertEquals("91AD", begin());
        assertEquals("91AF", begin());
        authenticated(KEY_1);
        fail(49);
    }

    @Test
    void eachFailureBeginsTheDelayAnew() {
        fail(50);
        begin();
        begin();
        fail(1);
        assertEquals("91AD", begin());
    }

    @Test
    void theFieldGoesAndTheDelayBeginsAnew() throws NfcException {
        fail(50);
        assertEquals("91AD", begin());
        card.reset();
        channel();
        assertEquals("91AD", begin());
        assertEquals("91AD", begin());
        assertEquals("91AF", begin());
    }

    @Test
    void theDelayGrows() {
        fail(50);
        for (int failures = 50; failures < 100; failures++) {
            begin();
            begin();
            fail(1);
        }
        for (int tries = 0; tries < 3; tries++) {
            assertEquals("91AD", begin());
        }
        assertEquals("91AF", begin());
    }

    @Test
    void anotherKeyIsNotPutOff() throws NfcException {
        fail(50);
        assertEquals(3, authenticated(KeyNo.MASTER).exchanges());
    }

    @Test
    void changingTheKeyBeginsAnew() throws NfcException {
        fail(50);
        DesfireKey zero = DesfireKey.zero(KeyAlgorithm.AES);
        authenticated(KeyNo.MASTER).send(new ChangeKey(KEY_1, false, zero, Optional.of(zero)));
        channel();
        assertEquals("91AF", begin());
    }

    @Test
    void atTheLimitTheKeyIsOfNoUse() throws NfcException {
        authenticated(KeyNo.MASTER).send(new SetConfiguration(new Configuration.FailedAuthentications(true, 3, 1)));
        channel();
        fail(3);
        assertEquals("91AE", begin());
        assertEquals(3, authenticated(KeyNo.MASTER).exchanges());
    }

    @Test
    void switchedOffNothingCounts() throws NfcException {
        authenticated(KeyNo.MASTER).send(new SetConfiguration(new Configuration.FailedAuthentications(false, 0, 0)));
        channel();
        fail(60);
    }
}
