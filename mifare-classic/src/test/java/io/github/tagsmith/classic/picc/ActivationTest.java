package io.github.tagsmith.classic.picc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.ClassicVectors;
import io.github.tagsmith.classic.ClassicVectors.Vector;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.CrcA;
import io.github.tagsmith.core.picc.Activation;
import io.github.tagsmith.core.picc.AirFrame;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The card from request to halt. UIDs with their check bytes are those of classic-bcc-crc.json; the frames with checksums of card
 * 56DD8978 and the halt are from a published trace in the same file.
 */
class ActivationTest {

    private static final AirFrame REQA = AirFrame.ofBits(0x26, 7);
    private static final AirFrame WUPA = AirFrame.ofBits(0x52, 7);

    private final Random random = new Random(1);
    private ClassicPicc picc = card(Bytes.fromHex("56DD8978"));
    private Activation card = Activation.idle(picc, random::nextInt);

    private static ClassicPicc card(Bytes uid) {
        return new ClassicPicc(ClassicImage.delivered(ClassicType.K1, uid));
    }

    private String send(String frame) {
        return card.exchange(AirFrame.whole(Bytes.fromHex(frame))).bytes().toHex();
    }

    private String request(AirFrame frame) {
        return card.exchange(frame).bytes().toHex();
    }

    static Stream<Vector> uids() {
        return ClassicVectors.of("classic-bcc-crc.json", "bcc")
                .filter(vector -> vector.bytes("uid").length() < 10);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("uids")
    void tellsItsUidLevelByLevel(Vector vector) {
        Bytes uid = vector.bytes("uid");
        picc = card(uid);
        card = Activation.idle(picc, random::nextInt);
        assertEquals(uid.length() == 4 ? "0400" : "4400", request(REQA));
        Bytes told = Bytes.EMPTY;
        for (int level = 0; level * 3 + 4 <= uid.length(); level++) {
            int select = 0x93 + 2 * level;
            Bytes part = Bytes.fromHex(send(Bytes.of(select, 0x20).toHex()));
            boolean last = level * 3 + 4 == uid.length();
            assertEquals(
                    last ? "08B6DD" : CrcA.append(Bytes.of(0x04)).toHex(),
                    send(CrcA.append(Bytes.of(select, 0x70).plus(part)).toHex()));
            told = told.plus(part);
        }
        assertEquals(String.join("", vector.texts("levels")), told.toHex());
        assertTrue(new AirReader(card, uid).authenticate(0x60, 4, "FFFFFFFFFFFF"));
    }

    @Test
    void isSelectedAndHaltedAsInThePublishedTrace() {
        assertEquals("0400", request(REQA));
        assertEquals("56DD89787A", send("9320"));
        assertEquals("08B6DD", send("937056DD89787ABA96"));
        assertEquals("", send("500057CD"));
        assertEquals("", request(REQA), "a request does not reach a halted card");
        assertEquals("0400", request(WUPA));
        assertEquals("", send("500057CD"), "halt is out of turn here");
        assertEquals("", request(REQA), "it came from halt and goes back there");
        assertEquals("0400", request(WUPA));
        assertEquals("56DD89787A", send("9320"));
    }

    @Test
    void completesAUidThatIsKnownInPart() {
        request(REQA);
        assertEquals("89787A", send("934056DD"));
        assertEquals("", send("934056DE"), "another card is meant");
        assertEquals("", send("9320"), "and this one has left the field of play");
        assertEquals("0400", request(REQA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9520", "9370", "937056DD89787ABA97", "937056DD89787B0000", "6004D13D", "93", "9330"})
    void frameOutOfTurnTakesItBack(String frame) {
        request(REQA);
        assertEquals("", send(frame));
        assertEquals("", send("9320"));
        assertEquals("0400", request(REQA));
    }

    @Test
    void refusalsAreOverAfterTheNextRequest() {
        request(REQA);
        send("937056DD89787ABA96");
        AirReader reader = new AirReader(card, picc.uid());
        assertFalse(reader.authenticate(0x60, 4, "A0A1A2A3A4A5"));
        assertEquals("", send("6004D13D"));
        assertEquals("0400", request(REQA));
        send("937056DD89787ABA96");
        assertTrue(new AirReader(card, picc.uid()).authenticate(0x60, 4, "FFFFFFFFFFFF"));
    }

    @Test
    void requestsAreSevenBits() {
        assertEquals(AirFrame.NONE, card.exchange(AirFrame.ofBits(0x26, 6)));
        assertEquals(AirFrame.NONE, card.exchange(AirFrame.ofBits(0x40, 7)), "an ordinary card knows no back door");
        assertEquals("", send("26"));
        assertEquals("0400", request(REQA));
    }

    /** Whatever comes is answered, and a card that was not halted always answers a wake-up in the end. */
    @Test
    void survivesNoise() {
        for (int seed = 0; seed < 2000; seed++) {
            Random noise = new Random(seed);
            card = Activation.idle(picc, noise::nextInt);
            for (int i = 0; i < 8; i++) {
                byte[] bytes = new byte[noise.nextInt(12)];
                noise.nextBytes(bytes);
                card.exchange(
                        noise.nextInt(3) == 0
                                ? AirFrame.ofBits(noise.nextInt(128), 7)
                                : AirFrame.whole(bytes.length > 2 ? CrcA.append(Bytes.of(bytes)) : Bytes.of(bytes)));
            }
            boolean atOnce = card.exchange(WUPA).bits() > 0;
            assertTrue(atOnce || card.exchange(WUPA).bits() > 0, "seed " + seed);
        }
    }
}
