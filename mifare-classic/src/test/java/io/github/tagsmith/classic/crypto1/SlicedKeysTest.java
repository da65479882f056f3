package io.github.tagsmith.classic.crypto1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.ClassicVectors;
import io.github.tagsmith.classic.ClassicVectors.Vector;
import io.github.tagsmith.classic.model.ClassicKey;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The check of 64 keys at once finds the planted key and its place, and says what the check of one key says. */
class SlicedKeysTest {

    private static final long REGISTER = (1L << 48) - 1;

    static Stream<Vector> authentications() {
        return Crypto1Test.authentications();
    }

    static Stream<Vector> mismatches() {
        return ClassicVectors.of("classic-crypto1.json", "crypto1-mismatch");
    }

    private static RecordedAuthentication recorded(Vector vector) {
        return new RecordedAuthentication(
                Crypto1Test.word(vector, "uid"),
                Crypto1Test.word(vector, "nt"),
                Crypto1Test.word(vector, "nr_enc"),
                Crypto1Test.word(vector, "published_ar_enc"));
    }

    private static RecordedAuthentication recorded(Random random, long key) {
        int uid = random.nextInt();
        Handshake words = Handshake.ofReader(new Crypto1(key), uid, random.nextInt(), random.nextInt());
        return new RecordedAuthentication(uid, words.nt(), words.encryptedNr(), words.encryptedAr());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("authentications")
    void findsThePublishedKeyInEveryLane(Vector vector) {
        ClassicKey key = ClassicKey.of(vector.text("key"));
        assertTrue(recorded(vector).fits(key));
        long[] keys = new Random(2).longs(64, 0, REGISTER).toArray();
        for (int lane = 0; lane < 64; lane++) {
            long[] planted = keys.clone();
            planted[lane] = Crypto1.register(key);
            assertEquals(List.of(lane), SlicedKeys.ofRegisters(planted).find(recorded(vector)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mismatches")
    void aWrongKeyDoesNotFit(Vector vector) {
        ClassicKey key = ClassicKey.of(vector.text("key"));
        assertFalse(recorded(vector).fits(key));
        assertEquals(List.of(), SlicedKeys.of(List.of(key)).find(recorded(vector)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsPlantedKeysInLongListsAsTheScalarCheckDoes(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            long[] keys =
                    random.longs(1 + random.nextInt(1000), 0, REGISTER + 1).toArray();
            int place = random.nextInt(keys.length);
            RecordedAuthentication authentication = recorded(random, keys[place]);
            List<Integer> scalar = IntStream.range(0, keys.length)
                    .filter(i -> authentication.fits(keys[i]))
                    .boxed()
                    .toList();
            assertEquals(List.of(place), scalar, "seed " + seed + " round " + round);
            assertEquals(scalar, SlicedKeys.ofRegisters(keys).find(authentication), "seed " + seed + " round " + round);
        }
    }

    @Test
    void aKeyThatIsThereTwiceIsFoundTwice() {
        Random random = new Random(6);
        long[] keys = random.longs(200, 0, REGISTER).toArray();
        keys[199] = keys[63];
        assertEquals(List.of(63, 199), SlicedKeys.ofRegisters(keys).find(recorded(random, keys[63])));
    }

    /** The lanes behind the last key hold zeros, which is a key, too. */
    @Test
    void lanesWithoutAKeyFindNothing() {
        RecordedAuthentication zeros = recorded(new Random(7), 0);
        SlicedKeys keys = SlicedKeys.of(List.of(ClassicKey.MAD, ClassicKey.NDEF));
        assertEquals(List.of(), keys.find(zeros));
        assertEquals(2, keys.size());
        assertEquals(List.of(), SlicedKeys.of(List.of()).find(zeros));
        assertEquals(
                List.of(1),
                SlicedKeys.of(List.of(ClassicKey.MAD, ClassicKey.of("000000000000")))
                        .find(zeros));
    }

    /** One wrong bit at the very end of the answer is enough to be found. */
    @Test
    void allBitsOfTheAnswerCount() {
        long key = 0x0123_4567_89ABL;
        RecordedAuthentication right = recorded(new Random(8), key);
        for (int bit = 0; bit < 32; bit++) {
            RecordedAuthentication wrong = new RecordedAuthentication(
                    right.uid(), right.nt(), right.encryptedNr(), right.encryptedAr() ^ 1 << bit);
            assertFalse(wrong.fits(key));
            assertEquals(List.of(), SlicedKeys.ofRegisters(new long[] {key}).find(wrong));
        }
    }

    @Test
    void transposes() {
        long[] rows = new Random(9).longs(64).toArray();
        long[] columns = rows.clone();
        BitMatrix.transpose(columns);
        for (int i = 0; i < 64; i++) {
            for (int j = 0; j < 64; j++) {
                assertEquals(rows[i] >>> j & 1, columns[j] >>> i & 1);
            }
        }
    }
}
