package io.github.tagsmith.classic.picc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.ClassicVectors;
import io.github.tagsmith.classic.ClassicVectors.Vector;
import io.github.tagsmith.classic.crypto1.Crypto1;
import io.github.tagsmith.classic.crypto1.Handshake;
import io.github.tagsmith.classic.crypto1.ParityFrame;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.CrcA;
import io.github.tagsmith.core.picc.AirFrame;
import io.github.tagsmith.core.picc.AirPicc;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The card on the air, held to the published session bit by bit, then used by a reader of its own. */
class ClassicAirTest {

    private static final String FILE = "classic-crypto1.json";
    private static final String DELIVERY = "FFFFFFFFFFFF";
    private static final Bytes TEN = Bytes.fromHex("0A000000F5FFFFFF0A00000004FB04FB");

    private final ClassicPicc picc =
            new ClassicPicc(ClassicImage.delivered(ClassicType.K1, Bytes.fromHex("04112233445566")));
    private final Random random = new Random(1);
    private final AirPicc card = picc.onAir(random::nextInt).orElseThrow();
    private final AirReader reader = new AirReader(card, picc.uid());

    static Stream<Vector> checksums() {
        return ClassicVectors.of("classic-bcc-crc.json", "crc-a");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("checksums")
    void computesChecksums(Vector vector) {
        assertEquals(vector.bytes("crc"), CrcA.of(vector.bytes("data")));
        assertTrue(CrcA.isRight(CrcA.append(vector.bytes("data"))));
    }

    private static AirFrame air(ParityFrame frame) {
        return AirFrame.of(frame.bytes(), frame.parity());
    }

    private static int word(Vector vector, String name) {
        return (int) vector.bytes(name).toUnsignedBigEndian();
    }

    /** The parity of what the reader sent: the bits of a cipher that goes along. */
    private static AirFrame readersPart(Vector vector) {
        Crypto1 cipher = Crypto1.of(ClassicKey.of(vector.text("key")));
        Handshake words = Handshake.ofRecord(
                Crypto1.of(ClassicKey.of(vector.text("key"))),
                word(vector, "uid"),
                word(vector, "nt"),
                word(vector, "nr_enc"));
        Bytes nt = vector.bytes("nt");
        Bytes nr = Bytes.bigEndian(words.nr(), 4);
        cipher.encrypt(nt, nt.xor(vector.bytes("uid")));
        ParityFrame first = cipher.encrypt(nr, nr);
        ParityFrame second = cipher.encrypt(Bytes.bigEndian(words.ar(), 4));
        return AirFrame.of(first.bytes().plus(second.bytes()), first.parity().plus(second.parity()));
    }

    /** A HID card read with Proxmark3: sector 0, four reads, then a nested authentication for sector 2. */
    @Test
    void answersThePublishedSessionBitByBit() {
        Vector session = ClassicVectors.of(FILE, "crypto1-session").findFirst().orElseThrow();
        Vector nested = ClassicVectors.of(FILE, "crypto1-auth")
                .filter(vector -> vector.has("nested") && vector.text("uid").equals(session.text("uid")))
                .findFirst()
                .orElseThrow();
        Vector parity = ClassicVectors.of(FILE, "crypto1-parity")
                .filter(vector -> vector.text("uid").equals(session.text("uid")))
                .findFirst()
                .orElseThrow();
        List<Vector> frames = session.objects("frames");
        ClassicImage image = ClassicImage.delivered(ClassicType.K1, session.bytes("uid"));
        for (int block = 0; block < 4; block++) {
            image = image.with(
                    new BlockNo(block), frames.get(2 * block + 1).bytes("dec").slice(0, 16));
        }
        Bytes trailer = image.block(new BlockNo(3)).with(0, session.bytes("key"));
        image = image.with(new BlockNo(3), trailer)
                .with(new BlockNo(11), image.block(new BlockNo(11)).with(0, nested.bytes("key")));
        AirPicc hid = new ClassicAir(new ClassicPicc(image), () -> word(session, "nt"));

        AirFrame nt = hid.exchange(air(ParityFrame.plain(CrcA.append(Bytes.fromHex("6000")))));
        assertEquals(air(ParityFrame.plain(session.bytes("nt"))), nt);
        AirFrame sent = readersPart(session);
        assertEquals(parity.text("reader_parity"), digits(sent.parity()));
        AirFrame at = hid.exchange(sent);
        assertEquals(session.bytes("at_enc"), at.bytes());
        assertEquals(parity.text("at_parity"), digits(at.parity()));

        Crypto1 cipher = Crypto1.of(ClassicKey.of(session.text("key")));
        Handshake.ofRecord(cipher, word(session, "uid"), word(session, "nt"), word(session, "nr_enc"));
        AirFrame answer = AirFrame.NONE;
        for (Vector frame : frames) {
            ParityFrame expected = cipher.encrypt(frame.bytes("dec"));
            if (frame.text("dir").equals("R")) {
                assertEquals(frame.bytes("enc"), expected.bytes());
                answer = hid.exchange(air(expected));
            } else {
                assertEquals(air(expected), answer);
                assertEquals(frame.bytes("enc"), answer.bytes());
            }
        }
        assertEquals(nested.bytes("nt_enc"), answer.bytes());
        assertEquals(
                nested.bytes("published_at_enc"),
                hid.exchange(readersPart(nested)).bytes());
    }

    private static String digits(Bytes parity) {
        return parity.toHex().replaceAll("0(.)", "$1");
    }

    @Test
    void readsAndWrites() {
        assertTrue(reader.authenticate(0x60, 4, DELIVERY));
        assertEquals("00".repeat(16), reader.command("3004"));
        assertEquals("a", reader.command("A004"));
        assertEquals("a", reader.command("00112233445566778899AABBCCDDEEFF"));
        assertEquals("00112233445566778899AABBCCDDEEFF", reader.command("3004"));
        assertEquals("00".repeat(6) + "FF078069" + DELIVERY, reader.command("3007"));
        assertTrue(reader.authenticate(0x60, 8, DELIVERY));
        assertEquals("00".repeat(16), reader.command("3008"));
    }

    @Test
    void countsAndTransfers() {
        assertTrue(reader.authenticate(0x60, 4, DELIVERY));
        assertEquals("a", reader.command("A004"));
        assertEquals("a", reader.command(TEN.toHex()));
        assertEquals("a", reader.command("C104"));
        assertEquals("", reader.command("05000000"));
        assertEquals("a", reader.command("B005"));
        assertEquals("0F000000F0FFFFFF0F00000004FB04FB", reader.command("3005"));
        assertEquals("a", reader.command("C005"));
        assertEquals("", reader.command("01000000"));
        assertEquals("a", reader.command("B004"));
        assertEquals("a", reader.command("C204"));
        assertEquals("", reader.command("00000000"));
        assertEquals("a", reader.command("B006"));
        assertEquals("0E000000F1FFFFFF0E00000004FB04FB", reader.command("3006"));
        assertEquals("0", reader.command("3008"), "another sector, transfer buffer valid");
        assertEquals("", reader.command("3004"), "halted");
    }

    @Test
    void refusesWhatIsNotAllowed() {
        for (String refused : List.of("3008", "A000", "A008", "C104", "B004", "4000", "30", "300000")) {
            AirReader fresh = new AirReader(picc.onAir(random::nextInt).orElseThrow(), picc.uid());
            assertTrue(fresh.authenticate(0x60, 4, DELIVERY));
            assertEquals("4", fresh.command(refused), refused);
            assertEquals("", fresh.command("3004"), refused);
        }
        AirReader plain = new AirReader(picc.onAir(random::nextInt).orElseThrow(), picc.uid());
        assertEquals("4", plain.command("3004"));
        AirReader halting = new AirReader(picc.onAir(random::nextInt).orElseThrow(), picc.uid());
        assertEquals("", halting.command("5000"));
        assertEquals("", halting.command("3004"));
        AirReader nowhere = new AirReader(picc.onAir(random::nextInt).orElseThrow(), picc.uid());
        assertEquals("4", nowhere.command("6040"));
    }

    @Test
    void noticesAWrongChecksum() {
        assertTrue(reader.authenticate(0x60, 4, DELIVERY));
        assertEquals("5", reader.raw(Bytes.fromHex("30040000")));
    }

    @Test
    void isSilentAboutAWrongKeyAndADisturbedAnswer() {
        assertFalse(reader.authenticate(0x60, 4, "A0A1A2A3A4A5"));
        assertEquals("", reader.command("3004"));
        for (int bit = 0; bit < 72; bit++) {
            int place = bit;
            AirPicc noisy = picc.onAir(random::nextInt).orElseThrow();
            AirReader through = new AirReader(
                    frame -> noisy.exchange(frame.bytes().length() == 8 ? flipped(frame, place) : frame), picc.uid());
            assertFalse(through.authenticate(0x60, 4, DELIVERY), "bit " + bit);
        }
    }

    private static AirFrame flipped(AirFrame frame, int bit) {
        int at = bit / 9;
        return bit % 9 == 8
                ? AirFrame.of(
                        frame.bytes(),
                        frame.parity().with(at, Bytes.of(frame.parity().get(at) ^ 1)))
                : AirFrame.of(frame.bytes().with(at, Bytes.of(frame.bytes().get(at) ^ 1 << (bit % 9))), frame.parity());
    }

    @Test
    void answersWhateverComes() {
        for (int seed = 0; seed < 3000; seed++) {
            Random noise = new Random(seed);
            AirPicc target = picc.onAir(noise::nextInt).orElseThrow();
            for (int i = 0; i < 5; i++) {
                byte[] bytes = new byte[noise.nextInt(20)];
                noise.nextBytes(bytes);
                Bytes frame = Bytes.of(bytes);
                boolean checksum = noise.nextBoolean();
                target.exchange(
                        noise.nextInt(9) == 0
                                ? AirFrame.ofBits(noise.nextInt(16), 4)
                                : air(ParityFrame.plain(checksum ? CrcA.append(frame) : frame)));
            }
        }
        assertEquals(64, picc.image().bytes().length() / 16);
    }
}
