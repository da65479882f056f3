package io.github.tagsmith.classic.picc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.ClassicVectors;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import io.github.tagsmith.core.picc.StorageAnswer;
import io.github.tagsmith.core.picc.StoragePicc.ValueOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The software card, held to the tables of classic-access-bits.json block by block. */
class ClassicPiccTest {

    private static final Bytes KEY_A = Bytes.fromHex("A1A2A3A4A5A6");
    private static final Bytes KEY_B = Bytes.fromHex("B1B2B3B4B5B6");
    private static final Bytes WRONG = Bytes.fromHex("000000000000");
    private static final Bytes TEN = Bytes.fromHex("0A000000F5FFFFFF0A00000004FB04FB");
    private static final Bytes FIFTEEN = Bytes.fromHex("0F000000F0FFFFFF0F00000004FB04FB");
    private static final Bytes FIVE = Bytes.fromHex("05000000FAFFFFFF0500000004FB04FB");
    private static final Bytes OPERAND = Bytes.fromHex("05000000");
    private static final Bytes NEW_DATA = Bytes.repeat(16, 0x5A);

    /** Trailer condition, data condition, key. */
    static Stream<Arguments> everything() {
        return IntStream.range(0, 128)
                .mapToObj(i -> Arguments.of(i >> 4, i >> 1 & 7, (i & 1) == 0 ? KeyType.A : KeyType.B));
    }

    /** Sector 1: block 4 has the data condition, block 5 condition 000, both hold the value ten. */
    private static ClassicPicc card(int trailer, int data) {
        return card(ClassicVectors.access(List.of(data, 0, data, trailer)));
    }

    private static ClassicPicc card(Bytes access) {
        ClassicImage image = ClassicImage.delivered(ClassicType.K1, Bytes.fromHex("01020304"))
                .with(new BlockNo(4), TEN)
                .with(new BlockNo(5), TEN)
                .with(new BlockNo(7), Bytes.concat(KEY_A, access, Bytes.of(0x69), KEY_B));
        return new ClassicPicc(image);
    }

    private static Bytes key(KeyType type) {
        return type == KeyType.A ? KEY_A : KEY_B;
    }

    private static ClassicPicc opened(int trailer, int data, KeyType type) {
        ClassicPicc card = card(trailer, data);
        assertTrue(card.authenticate(4, type, key(type)).isOk());
        return card;
    }

    private static boolean allowed(int trailer, int data, String operation, KeyType type) {
        boolean counts = type == KeyType.A || !ClassicVectors.keyBReadable(trailer);
        return counts && ClassicVectors.permits("data", data, operation, type);
    }

    @ParameterizedTest(name = "trailer {0}, data {1}, key {2}")
    @MethodSource("everything")
    void dataConditionsAreEnforced(int trailer, int data, KeyType type) {
        ClassicPicc card = opened(trailer, data, type);
        assertOutcome(card, card.read(4), allowed(trailer, data, "read", type), TEN, TEN);

        card = opened(trailer, data, type);
        assertOutcome(card, card.write(4, NEW_DATA), allowed(trailer, data, "write", type), Bytes.EMPTY, NEW_DATA);

        card = opened(trailer, data, type);
        StorageAnswer increment = card.load(ValueOperation.INCREMENT, 4, OPERAND);
        assertOutcome(card, increment, allowed(trailer, data, "increment", type), Bytes.EMPTY, TEN);

        for (ValueOperation operation : List.of(ValueOperation.DECREMENT, ValueOperation.RESTORE)) {
            card = opened(trailer, data, type);
            boolean may = allowed(trailer, data, "decrement_transfer_restore", type);
            assertOutcome(card, card.load(operation, 4, OPERAND), may, Bytes.EMPTY, TEN);
        }
    }

    @ParameterizedTest(name = "trailer {0}, data {1}, key {2}")
    @MethodSource("everything")
    void transferNeedsTheRightOfItsTarget(int trailer, int data, KeyType type) {
        ClassicPicc card = opened(trailer, data, type);
        boolean counts = type == KeyType.A || !ClassicVectors.keyBReadable(trailer);
        assertEquals(counts, card.load(ValueOperation.DECREMENT, 5, OPERAND).isOk());
        if (counts) {
            boolean may = allowed(trailer, data, "decrement_transfer_restore", type);
            assertOutcome(card, card.transfer(4), may, Bytes.EMPTY, FIVE);
        }
    }

    /** The answer, the block afterwards, and that a card that has refused is halted. */
    private static void assertOutcome(
            ClassicPicc card, StorageAnswer answer, boolean may, Bytes answered, Bytes blockIfDone) {
        assertEquals(may, answer.isOk());
        assertEquals(may ? answered : Bytes.EMPTY, answer.data());
        assertEquals(may ? blockIfDone : TEN, card.image().block(new BlockNo(4)));
        if (!may) {
            assertEquals(StorageAnswer.nak(), answer);
            assertHalted(card);
        }
    }

    private static void assertHalted(ClassicPicc card) {
        assertEquals(StorageAnswer.silent(), card.read(4));
        assertEquals(StorageAnswer.silent(), card.write(4, NEW_DATA));
        assertEquals(StorageAnswer.silent(), card.load(ValueOperation.RESTORE, 4, OPERAND));
        assertEquals(StorageAnswer.silent(), card.transfer(4));
        assertEquals(StorageAnswer.silent(), card.authenticate(4, KeyType.A, KEY_A));
        card.reset();
        assertTrue(card.authenticate(4, KeyType.A, KEY_A).isOk());
    }

    /** Trailer condition and key. */
    static Stream<Arguments> trailers() {
        return IntStream.range(0, 16).mapToObj(i -> Arguments.of(i >> 1, (i & 1) == 0 ? KeyType.A : KeyType.B));
    }

    private static boolean allowedInTrailer(int trailer, String operation, KeyType type) {
        boolean counts = type == KeyType.A || !ClassicVectors.keyBReadable(trailer);
        return counts && ClassicVectors.permits("trailer", trailer, operation, type);
    }

    @ParameterizedTest(name = "trailer {0}, key {1}")
    @MethodSource("trailers")
    void trailerPartsAreReadAsConditionsSay(int trailer, KeyType type) {
        ClassicPicc card = opened(trailer, 0, type);
        StorageAnswer answer = card.read(7);
        assertEquals(allowedInTrailer(trailer, "access_read", type), answer.isOk());
        if (answer.isOk()) {
            Bytes stored = card.image().block(new BlockNo(7));
            assertTrue(answer.data().slice(0, 6).isAll(0), "key A never shows");
            assertEquals(stored.slice(6, 10), answer.data().slice(6, 10));
            boolean shown = allowedInTrailer(trailer, "key_b_read", type);
            assertEquals(shown ? KEY_B : Bytes.zeros(6), answer.data().slice(10));
        }
    }

    @ParameterizedTest(name = "trailer {0}, key {1}")
    @MethodSource("trailers")
    void trailerPartsAreWrittenAsConditionsSay(int trailer, KeyType type) {
        ClassicPicc card = opened(trailer, 0, type);
        Bytes before = card.image().block(new BlockNo(7));
        Bytes wanted = Bytes.fromHex("C1C2C3C4C5C67F078840D1D2D3D4D5D6");
        boolean keyA = allowedInTrailer(trailer, "key_a_write", type);
        boolean access = allowedInTrailer(trailer, "access_write", type);
        boolean keyB = allowedInTrailer(trailer, "key_b_write", type);
        StorageAnswer answer = card.write(7, wanted);
        assertEquals(keyA || access || keyB, answer.isOk());
        assertEquals(
                Bytes.concat(
                        (keyA ? wanted : before).slice(0, 6),
                        (access ? wanted : before).slice(6, 10),
                        (keyB ? wanted : before).slice(10)),
                card.image().block(new BlockNo(7)));
    }

    @Test
    void largeSectorsShareAConditionAmongFiveBlocks() {
        ClassicImage image = ClassicImage.delivered(ClassicType.K4, Bytes.fromHex("01020304"));
        Bytes access = ClassicVectors.access(List.of(0, 7, 2, 1));
        ClassicPicc card =
                new ClassicPicc(image.with(new BlockNo(159), Bytes.concat(KEY_A, access, Bytes.of(0x69), KEY_B)));
        for (int block = 144; block < 159; block++) {
            card.reset();
            assertTrue(card.authenticate(block, KeyType.A, KEY_A).isOk());
            assertEquals(block < 149 || block > 153, card.read(block).isOk(), "block " + block);
        }
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void wrongKeyHaltsTheCard(KeyType type) {
        ClassicPicc card = card(1, 0);
        assertEquals(StorageAnswer.silent(), card.authenticate(4, type, WRONG));
        assertHalted(card);
        assertEquals(
                StorageAnswer.silent(), card.authenticate(4, type, key(type == KeyType.A ? KeyType.B : KeyType.A)));
        assertHalted(card);
        assertTrue(card.authenticate(4, KeyType.A, KEY_A).isOk());
        assertEquals(StorageAnswer.silent(), card.authenticate(4, type, WRONG), "the open sector is closed");
        assertEquals(StorageAnswer.silent(), card.read(4));
    }

    @Test
    void nothingIsAllowedWithoutAuthenticationOrInAnotherSector() {
        ClassicPicc card = card(1, 0);
        assertEquals(StorageAnswer.nak(), card.read(4));
        assertHalted(card);
        assertEquals(StorageAnswer.nak(), card.read(8));
        assertHalted(card);
        assertEquals(StorageAnswer.nak(), card.write(8, NEW_DATA));
        card.reset();
        assertEquals(StorageAnswer.nak(), card.read(4), "reset closes the sector");
    }

    @ParameterizedTest
    @CsvSource({"-1", "64", "255", "256", "65535"})
    void blocksThatDoNotExistAreRefused(int block) {
        ClassicPicc card = card(1, 0);
        assertEquals(StorageAnswer.silent(), card.authenticate(block, KeyType.A, KEY_A));
        card.reset();
        card.authenticate(4, KeyType.A, KEY_A);
        assertEquals(StorageAnswer.nak(), card.read(block));
        card.reset();
        card.authenticate(4, KeyType.A, KEY_A);
        assertEquals(StorageAnswer.nak(), card.write(block, NEW_DATA));
        card.reset();
        card.authenticate(4, KeyType.A, KEY_A);
        assertEquals(StorageAnswer.nak(), card.load(ValueOperation.RESTORE, block, OPERAND));
        card.reset();
        card.authenticate(4, KeyType.A, KEY_A);
        assertTrue(card.load(ValueOperation.RESTORE, 4, OPERAND).isOk());
        assertEquals(StorageAnswer.nak(), card.transfer(block));
    }

    @Test
    void invalidAccessBitsBlockTheSector() {
        for (int block = 4; block < 8; block++) {
            for (KeyType type : KeyType.values()) {
                ClassicPicc card = card(Bytes.fromHex("FF0781"));
                assertTrue(card.authenticate(block, type, key(type)).isOk());
                assertEquals(StorageAnswer.nak(), card.read(block));
                card.reset();
                card.authenticate(block, type, key(type));
                assertEquals(StorageAnswer.nak(), card.write(block, NEW_DATA));
                card.reset();
                card.authenticate(block, type, key(type));
                assertEquals(StorageAnswer.nak(), card.load(ValueOperation.RESTORE, block, OPERAND));
            }
        }
    }

    @Test
    void blockZeroCannotBeChanged() {
        ClassicImage image = ClassicImage.delivered(ClassicType.K1, Bytes.fromHex("01020304"));
        ClassicPicc card = new ClassicPicc(image.with(new BlockNo(1), TEN));
        Bytes delivery = Bytes.repeat(6, 0xFF);
        card.authenticate(0, KeyType.A, delivery);
        assertEquals(StorageAnswer.nak(), card.write(0, NEW_DATA));
        card.reset();
        card.authenticate(0, KeyType.A, delivery);
        assertTrue(card.load(ValueOperation.RESTORE, 1, OPERAND).isOk());
        assertEquals(StorageAnswer.nak(), card.transfer(0));
        assertEquals(image.block(new BlockNo(0)), card.image().block(new BlockNo(0)));
    }

    @Test
    void valuesAreChangedInTheTransferBufferOnly() {
        ClassicPicc card = opened(1, 0, KeyType.A);
        assertTrue(card.load(ValueOperation.INCREMENT, 4, OPERAND).isOk());
        assertEquals(StorageAnswer.of(TEN), card.read(4));
        assertTrue(card.transfer(5).isOk());
        assertEquals(StorageAnswer.of(TEN), card.read(4));
        assertEquals(StorageAnswer.of(FIFTEEN), card.read(5));
        assertEquals(StorageAnswer.nak(), card.load(ValueOperation.RESTORE, 6, OPERAND), "not a value block");
        assertHalted(card);
        assertEquals(StorageAnswer.nak(), card.load(ValueOperation.RESTORE, 7, OPERAND), "a trailer");
        card.reset();
        card.authenticate(4, KeyType.A, KEY_A);
        card.load(ValueOperation.RESTORE, 4, OPERAND);
        assertEquals(StorageAnswer.nak(), card.transfer(7), "a trailer");
    }

    @Test
    void transferBufferIsLostOnReset() {
        ClassicPicc card = opened(1, 0, KeyType.A);
        assertEquals(StorageAnswer.nak(), card.transfer(4), "nothing was loaded");
        card.reset();
        card.authenticate(4, KeyType.A, KEY_A);
        assertTrue(card.load(ValueOperation.INCREMENT, 4, OPERAND).isOk());
        card.reset();
        card.authenticate(4, KeyType.A, KEY_A);
        assertEquals(StorageAnswer.nak(), card.transfer(4));
        assertEquals(TEN, card.image().block(new BlockNo(4)));
    }

    @Test
    void transferBufferOutlivesANestedAuthentication() {
        ClassicPicc card = opened(1, 0, KeyType.A);
        assertTrue(card.load(ValueOperation.INCREMENT, 4, OPERAND).isOk());
        assertTrue(card.authenticate(8, KeyType.A, Bytes.repeat(6, 0xFF)).isOk());
        assertTrue(card.transfer(8).isOk());
        assertEquals(FIFTEEN, card.image().block(new BlockNo(8)));
    }

    @Test
    void everyChangeIsToldAtOnce() {
        List<ClassicImage> told = new ArrayList<>();
        ClassicPicc card = new ClassicPicc(ClassicMake.GENUINE, card(1, 0).image(), told::add);
        card.authenticate(4, KeyType.A, KEY_A);
        card.read(4);
        card.load(ValueOperation.DECREMENT, 4, OPERAND);
        assertTrue(told.isEmpty());
        card.transfer(4);
        card.write(6, NEW_DATA);
        card.write(8, NEW_DATA);
        assertEquals(2, told.size());
        assertEquals(FIVE, told.get(0).block(new BlockNo(4)));
        assertEquals(NEW_DATA, told.get(1).block(new BlockNo(6)));
        assertEquals(card.image(), told.get(1));
    }

    @ParameterizedTest
    @CsvSource({
        "MINI, 01020304, 0004, 09, 0026",
        "MINI, 04112233445566, 0044, 09, 0026",
        "K1, 04112233445566, 0044, 08, 0001",
        "K1_EV1_HIDDEN, 01020304, 0004, 08, 0001",
        "K2, 01020304, 0004, 08, 0036",
        "K4, 01020304, 0002, 18, 0002",
        "K4, 04112233445566, 0042, 18, 0002",
    })
    void cardSaysWhatItIs(ClassicType type, String uid, String atqa, String sak, String name) {
        ClassicPicc card = new ClassicPicc(ClassicImage.delivered(type, Bytes.fromHex(uid)));
        assertEquals(Bytes.fromHex(uid), card.uid());
        assertEquals(Integer.parseInt(atqa, 16), card.atqa());
        assertEquals(Integer.parseInt(sak, 16), card.sak());
        assertEquals(Integer.parseInt(name, 16), card.storageCardName());
        assertFalse(card.read(0).isOk());
    }

    @Test
    void gen2TakesBlock0UnderTheRulesOfItsSector() {
        Bytes wanted = Bytes.fromHex("CAFEBABE300804006263646566676869");
        ClassicImage image = ClassicImage.delivered(ClassicType.K1, Bytes.fromHex("01020304"));
        ClassicPicc gen2 = new ClassicPicc(ClassicMake.GEN2, image, nowhere -> {});
        assertFalse(gen2.write(0, wanted).isOk(), "not authenticated");
        gen2.reset();
        gen2.authenticate(0, KeyType.A, ClassicKey.DELIVERY.reveal());
        assertTrue(gen2.write(0, wanted).isOk());
        assertEquals(Bytes.fromHex("01020304"), gen2.uid(), "selected under the old UID");
        assertEquals(wanted, gen2.read(0).data());
        gen2.reset();
        assertEquals(Bytes.fromHex("CAFEBABE"), gen2.uid());
        gen2.authenticate(0, KeyType.A, ClassicKey.DELIVERY.reveal());
        Bytes readOnly =
                Bytes.fromHex("FFFFFFFFFFFF0F07806900000000FFFF").with(6, ClassicVectors.access(List.of(2, 0, 0, 1)));
        assertTrue(gen2.write(3, readOnly).isOk());
        assertFalse(gen2.write(0, image.block(new BlockNo(0))).isOk(), "block 0 is 010, read only");
    }
}
