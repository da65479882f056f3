package io.github.tagsmith.classic.crypto1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.ClassicVectors;
import io.github.tagsmith.classic.ClassicVectors.Vector;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.core.bytes.Bytes;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cipher, authentication, session and parity, held to classic-crypto1.json (published traces and examples). */
class Crypto1Test {

    private static final String FILE = "classic-crypto1.json";

    static Stream<Vector> authentications() {
        return ClassicVectors.of(FILE, "crypto1-auth");
    }

    static Stream<Vector> mismatches() {
        return ClassicVectors.of(FILE, "crypto1-mismatch");
    }

    static Stream<Vector> sessions() {
        return ClassicVectors.of(FILE, "crypto1-session");
    }

    static Stream<Vector> parities() {
        return ClassicVectors.of(FILE, "crypto1-parity");
    }

    static Stream<Vector> nonces() {
        return ClassicVectors.of(FILE, "prng");
    }

    static int word(Vector vector, String name) {
        return (int) vector.bytes(name).toUnsignedBigEndian();
    }

    private static Bytes bytes(int word) {
        return Bytes.bigEndian(word, 4);
    }

    private static Crypto1 cipher(Vector vector) {
        return Crypto1.of(ClassicKey.of(vector.text("key")));
    }

    @Test
    void everyVectorOfTheFileIsOfAKindTestedHere() {
        long tested = Stream.of(authentications(), mismatches(), sessions(), parities(), nonces())
                .mapToLong(Stream::count)
                .sum();
        assertEquals(50, tested);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("authentications")
    void decryptsARecordedAuthentication(Vector vector) {
        int uid = word(vector, "uid");
        int nr = word(vector, "nr_enc");
        Handshake words = vector.has("nested")
                ? Handshake.ofNestedRecord(cipher(vector), uid, word(vector, "nt_enc"), nr)
                : Handshake.ofRecord(cipher(vector), uid, word(vector, "nt"), nr);
        check(vector, words);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("authentications")
    void makesTheSameAuthentication(Vector vector) {
        check(vector, Handshake.ofReader(cipher(vector), word(vector, "uid"), word(vector, "nt"), word(vector, "nr")));
    }

    private static void check(Vector vector, Handshake words) {
        assertEquals(vector.bytes("nt"), bytes(words.nt()));
        assertEquals(vector.bytes("nr"), bytes(words.nr()));
        assertEquals(vector.bytes("nr_enc"), bytes(words.encryptedNr()));
        assertEquals(vector.bytes("ks0"), bytes(words.ks0()));
        assertEquals(vector.bytes("ks1"), bytes(words.ks1()));
        assertEquals(vector.bytes("ks2"), bytes(words.ks2()));
        assertEquals(vector.bytes("ks3"), bytes(words.ks3()));
        assertEquals(vector.bytes("ar"), bytes(words.ar()));
        assertEquals(vector.bytes("at"), bytes(words.at()));
        assertEquals(vector.bytes("ar_enc"), bytes(words.encryptedAr()));
        assertEquals(vector.bytes("published_ar_enc"), bytes(words.encryptedAr()));
        assertEquals(vector.bytes("at_enc"), bytes(words.encryptedAt()));
        if (vector.has("published_at_enc")) {
            assertEquals(vector.bytes("published_at_enc"), bytes(words.encryptedAt()));
        }
        if (vector.has("nested")) {
            assertEquals(vector.bytes("nt_enc"), bytes(words.encryptedNt()));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mismatches")
    void anotherKeyGivesAnotherAnswer(Vector vector) {
        Handshake words =
                Handshake.ofRecord(cipher(vector), word(vector, "uid"), word(vector, "nt"), word(vector, "nr_enc"));
        assertNotEquals(vector.bytes("published_ar_enc"), bytes(words.encryptedAr()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sessions")
    void decryptsARecordedSession(Vector vector) {
        Crypto1 listening = cipher(vector);
        Handshake words =
                Handshake.ofRecord(listening, word(vector, "uid"), word(vector, "nt"), word(vector, "nr_enc"));
        assertEquals(vector.bytes("ar_enc"), bytes(words.encryptedAr()));
        assertEquals(vector.bytes("at_enc"), bytes(words.encryptedAt()));
        Crypto1 sending = cipher(vector);
        Handshake.ofReader(sending, word(vector, "uid"), words.nt(), words.nr());
        for (Vector frame : vector.objects("frames")) {
            ParityFrame sent = sending.encrypt(frame.bytes("dec"));
            assertEquals(frame.bytes("enc"), sent.bytes());
            ParityFrame read = listening.decrypt(sent);
            assertEquals(frame.bytes("dec"), read.bytes());
            assertTrue(read.isOdd());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("parities")
    void encryptsParity(Vector vector) {
        Crypto1 cipher = cipher(vector);
        Bytes nt = vector.bytes("nt");
        ParityFrame card = cipher.encrypt(nt, nt.xor(vector.bytes("uid")));
        if (vector.has("nested")) {
            assertEquals(vector.bytes("nt_enc"), card.bytes());
            assertEquals(vector.text("nt_parity"), digits(card));
            return;
        }
        Handshake words =
                Handshake.ofRecord(cipher(vector), word(vector, "uid"), word(vector, "nt"), word(vector, "nr_enc"));
        Bytes nr = bytes(words.nr());
        ParityFrame first = cipher.encrypt(nr, nr);
        ParityFrame second = cipher.encrypt(bytes(words.ar()));
        assertEquals(vector.bytes("nr_enc"), first.bytes());
        assertEquals(vector.text("reader_parity"), digits(first) + digits(second));
        ParityFrame answer = cipher.encrypt(bytes(words.at()));
        assertEquals(vector.bytes("at_enc"), answer.bytes());
        assertEquals(vector.text("at_parity"), digits(answer));
    }

    private static String digits(ParityFrame frame) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < frame.parity().length(); i++) {
            digits.append(frame.parity().get(i));
        }
        return digits.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nonces")
    void stepsNonces(Vector vector) {
        assertEquals(vector.bytes("result"), bytes(Nonce.successor(word(vector, "nt"), vector.number("steps"))));
    }

    @Test
    void eightBitsAtOnceAreEightTimesOne() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            long register = random.nextLong() >>> 16;
            Crypto1 fast = new Crypto1(register);
            Crypto1 slow = new Crypto1(register);
            assertEquals(register, fast.register());
            int input = random.nextInt(256);
            int keystream = fast.next(input);
            Crypto1 probe = new Crypto1(register);
            assertEquals(keystream, probe.nextDecrypting(input ^ keystream));
            assertEquals(fast.register(), probe.register());
            int nibbles = slow.nibble(0) | slow.nibble(0) << 4;
            assertEquals(new Crypto1(register).next(0), nibbles);
        }
    }

    @Test
    void aDisturbedFrameIsNoticed() {
        ParityFrame frame = ParityFrame.plain(Bytes.fromHex("3000"));
        assertTrue(frame.isOdd());
        assertFalse(new ParityFrame(Bytes.fromHex("3100"), frame.parity()).isOdd());
        assertThrows(IllegalArgumentException.class, () -> new ParityFrame(Bytes.of(1, 2), Bytes.of(1)));
        assertThrows(IllegalArgumentException.class, () -> new ParityFrame(Bytes.of(1), Bytes.of(2)));
        assertThrows(IllegalArgumentException.class, () -> new Crypto1(0).encrypt(Bytes.of(1), Bytes.of(1, 2)));
    }

    @Test
    void theKeyIsNotShown() {
        Crypto1 cipher = Crypto1.of(ClassicKey.MAD);
        assertEquals("Crypto1", cipher.toString());
        assertEquals(
                "authentication with nt 01020304",
                Handshake.ofRecord(cipher, 0, 0x01020304, 0).toString());
    }
}
