package io.github.tagsmith.classic.crypto1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.ClassicVectors;
import io.github.tagsmith.classic.ClassicVectors.Vector;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.core.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cipher, held to the published authentications, parities, sessions and nonces of classic-crypto1.json. */
class Crypto1Test {

    private static final String FILE = "classic-crypto1.json";

    static Stream<Vector> authentications() {
        return ClassicVectors.of(FILE, "crypto1-auth");
    }

    static Stream<Vector> parities() {
        return ClassicVectors.of(FILE, "crypto1-parity");
    }

    static Stream<Vector> sessions() {
        return ClassicVectors.of(FILE, "crypto1-session");
    }

    static Stream<Vector> nonces() {
        return ClassicVectors.of(FILE, "prng");
    }

    private static Bytes uid(Vector vector) {
        Bytes uid = vector.bytes("uid");
        return uid.slice(uid.length() - 4);
    }

    private static ClassicKey key(Vector vector) {
        return ClassicKey.of(vector.text("key"));
    }

    private static RecordedAuthentication recorded(Vector vector, String answer) {
        boolean nested = vector.has("nested");
        Bytes nonce = vector.bytes(nested ? "nt_enc" : "nt");
        return new RecordedAuthentication(uid(vector), nonce, nested, vector.bytes("nr_enc"), vector.bytes(answer));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("authentications")
    void authenticationIsThePublishedOne(Vector vector) {
        Crypto1 cipher = Crypto1.of(key(vector));
        Bytes nt = vector.bytes("nt");
        assertEquals(vector.bytes("ks0"), cipher.feed(uid(vector).xor(nt), false));
        Bytes ks1 = cipher.feed(vector.bytes("nr_enc"), true);
        assertEquals(vector.bytes("ks1"), ks1);
        assertEquals(vector.bytes("nr"), vector.bytes("nr_enc").xor(ks1));
        assertEquals(vector.bytes("ar"), CardNonce.successor(nt, CardNonce.READER_ANSWER));
        assertEquals(vector.bytes("at"), CardNonce.successor(nt, CardNonce.CARD_ANSWER));
        assertEquals(vector.bytes("ar_enc"), cipher.crypt(vector.bytes("ar")));
        assertEquals(vector.bytes("at_enc"), cipher.crypt(vector.bytes("at")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nonces")
    void nonceGoesOn(Vector vector) {
        assertEquals(vector.bytes("result"), CardNonce.successor(vector.bytes("nt"), vector.number("steps")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sessions")
    void sessionIsDecrypted(Vector vector) {
        Crypto1 cipher = Crypto1.of(key(vector));
        cipher.feed(uid(vector).xor(vector.bytes("nt")), false);
        cipher.feed(vector.bytes("nr_enc"), true);
        cipher.crypt(Bytes.zeros(8));
        for (Vector frame : vector.objects("frames")) {
            assertEquals(frame.bytes("dec"), cipher.crypt(frame.bytes("enc")));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("parities")
    void parityIsEncryptedWithTheNextBit(Vector vector) {
        Crypto1 cipher = Crypto1.of(key(vector));
        Bytes nt = vector.bytes("nt");
        if (vector.has("nested")) {
            assertEquals(
                    vector.text("nt_parity"), parity(cipher, nt, uid(vector).xor(nt), false));
            return;
        }
        cipher.feed(uid(vector).xor(nt), false);
        Bytes nrEnc = vector.bytes("nr_enc");
        StringBuilder reader = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            Bytes one = nrEnc.slice(i, i + 1);
            Bytes plain = one.xor(cipher.feed(one, true));
            reader.append(bit(plain.get(0), cipher));
        }
        reader.append(parity(cipher, CardNonce.successor(nt, CardNonce.READER_ANSWER), Bytes.zeros(4), false));
        assertEquals(vector.text("reader_parity"), reader.toString());
        assertEquals(
                vector.text("at_parity"),
                parity(cipher, CardNonce.successor(nt, CardNonce.CARD_ANSWER), Bytes.zeros(4), false));
    }

    private static String parity(Crypto1 cipher, Bytes plain, Bytes in, boolean encrypted) {
        StringBuilder bits = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            cipher.feed(in.slice(i, i + 1), encrypted);
            bits.append(bit(plain.get(i), cipher));
        }
        return bits.toString();
    }

    private static int bit(int plain, Crypto1 cipher) {
        return (Integer.bitCount(plain) + 1 & 1) ^ cipher.peek();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("authentications")
    void keyIsFoundOffline(Vector vector) {
        RecordedAuthentication recorded = recorded(vector, "published_ar_enc");
        assertTrue(recorded.fits(key(vector)));
        Random random = new Random(vector.text("id").hashCode());
        List<ClassicKey> keys = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            keys.add(ClassicKey.of(Bytes.bigEndian(random.nextLong() & 0xFFFFFFFFFFFFL, 6)));
        }
        assertEquals(Optional.empty(), OfflineKeyCheck.find(recorded, keys));
        keys.set(random.nextInt(1000), key(vector));
        assertEquals(Optional.of(key(vector)), OfflineKeyCheck.find(recorded, keys));
    }

    @Test
    void wrongKeyDoesNotFit() {
        Vector vector = ClassicVectors.of(FILE, "crypto1-mismatch").findFirst().orElseThrow();
        RecordedAuthentication recorded = recorded(vector, "published_ar_enc");
        assertFalse(recorded.fits(key(vector)));
        assertEquals(Optional.empty(), OfflineKeyCheck.find(recorded, List.of(key(vector))));
    }
}
