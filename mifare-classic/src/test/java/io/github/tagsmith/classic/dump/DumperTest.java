package io.github.tagsmith.classic.dump;

import static io.github.tagsmith.core.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.ReaderAccess;
import io.github.tagsmith.classic.keys.KeyMap;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.picc.ClassicImage;
import io.github.tagsmith.core.apdu.ApduChannel;
import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import io.github.tagsmith.core.contactless.StorageCard;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dumps of software cards through the in-process reader, and what they cost. */
class DumperTest {

    private static final ClassicKey FF = ClassicKey.DELIVERY;
    private static final ClassicKey ONE = ClassicKey.of("010101010101");
    private static final ClassicKey TWO = ClassicKey.of("020202020202");
    private static final ClassicKey NOWHERE = ClassicKey.of("0BADC0DE0BAD");

    @ParameterizedTest
    @CsvSource({"MINI, 26", "K1, 81", "K2, 161", "K4, 297"})
    void oneKeyCostsOneLoadAnAuthenticationASectorAndAReadABlock(ClassicType type, int exchanges) throws NfcException {
        TestCard card = new TestCard(TestCard.filled(type));
        DumpResult result = card.dump(FF, ONE, TWO);
        assertEquals(exchanges, card.exchanges());
        assertEquals(card.image.bytes(), result.dump().imageWithZeros());
        assertEquals(List.of(), result.incompleteBlocks());
        assertEquals(Optional.empty(), result.interruption());
    }

    @ParameterizedTest
    @EnumSource(ClassicType.class)
    void aKeyThatFitsNowhereCostsAtMostALoadAndTwoAuthenticationsASector(ClassicType type) throws NfcException {
        TestCard card = new TestCard(TestCard.filled(type));
        DumpResult nothing = card.dump(NOWHERE);
        assertEquals(1 + 2 * type.sectorCount(), card.exchanges());
        assertTrue(nothing.isEmpty());
        assertEquals(type.blockCount(), nothing.incompleteBlocks().size());
        card.dump(FF);
        int best = card.exchanges();
        card.dump(NOWHERE, FF);
        assertEquals(best + 1 + 2 * type.sectorCount(), card.exchanges());
    }

    @Test
    void eachSectorMayHaveItsOwnKey() throws NfcException {
        ClassicImage image = TestCard.filled(ClassicType.K1);
        List<ClassicKey> keys = new ArrayList<>();
        for (SectorNo sector : image.type().sectors()) {
            ClassicKey key = ClassicKey.of(Bytes.repeat(6, 0x10 + sector.value()));
            keys.add(key);
            image = TestCard.with(image, sector.value(), key, "FF0780", NOWHERE);
        }
        TestCard card = new TestCard(image);
        DumpResult result = card.dump(keys.toArray(ClassicKey[]::new));
        assertEquals(image.bytes(), result.dump().imageWithZeros());
        assertEquals(List.of(), result.incompleteBlocks());
        int misses = 2 * 15 * 16 / 2;
        assertEquals(16 + 16 + 64 + misses, card.exchanges(), "a load a key, an authentication a sector, the misses");
    }

    @Test
    void rememberedKeysAreTriedWhereTheyFitted() throws NfcException {
        ClassicImage image = TestCard.filled(ClassicType.K1);
        for (SectorNo sector : image.type().sectors()) {
            ClassicKey key = ClassicKey.of(Bytes.repeat(6, 0x10 + sector.value() / 4));
            image = TestCard.with(image, sector.value(), key, "FF0780", NOWHERE);
        }
        TestCard card = new TestCard(image);
        KeyMap remembered = Dump.ofImage(image.type(), image.bytes()).keys();
        DumpResult result = card.dump(remembered, FF, ONE);
        assertEquals(image.bytes(), result.dump().imageWithZeros());
        assertEquals(4 + 16 + 64, card.exchanges(), "a load a key, an authentication a sector, a read a block");
    }

    @Test
    void keysOfAnotherCardAreNotTriedTwice() throws NfcException {
        TestCard card = new TestCard(TestCard.filled(ClassicType.MINI));
        KeyMap others = new KeyMap();
        ClassicType.MINI.sectors().forEach(sector -> others.put(sector, KeyType.A, ONE));
        DumpResult result = card.dump(others, ONE, FF);
        assertEquals(card.image.bytes(), result.dump().imageWithZeros());
        int woken = 2;
        assertEquals(26 + 1 + 2 * 5 + woken, card.exchanges(), "once a sector and key type, and once more awake");
    }

    @Test
    void keyBIsSearchedWhereItCannotBeRead() throws NfcException {
        ClassicImage image = TestCard.with(TestCard.filled(ClassicType.MINI), 2, FF, "7F0788", TWO);
        TestCard card = new TestCard(image);
        DumpResult without = card.dump(FF);
        assertEquals(Optional.empty(), without.dump().key(new SectorNo(2), KeyType.B));
        assertEquals(List.of(new BlockNo(11)), without.incompleteBlocks());
        assertEquals(
                "FFFFFFFFFFFF7F078869????????????",
                without.dump().block(new BlockNo(11)).toHex("??"));
        assertEquals(26 + 1, card.exchanges(), "key A is tried as key B too");

        DumpResult with = card.dump(FF, ONE, TWO);
        assertEquals(Optional.of(TWO), with.dump().key(new SectorNo(2), KeyType.B));
        assertEquals(List.of(), with.incompleteBlocks());
        assertEquals(27 + 2 + 2, card.exchanges(), "a load and one authentication for each further key");
    }

    @Test
    void dataForKeyBOnlyIsReadWithIt() throws NfcException {
        // 0F00FF: data 011, trailer 011; reference, classic.md section 2
        ClassicImage image = TestCard.with(TestCard.filled(ClassicType.MINI), 1, FF, "0F00FF", TWO);
        TestCard card = new TestCard(image);
        DumpResult without = card.dump(FF);
        assertEquals(
                List.of(new BlockNo(4), new BlockNo(5), new BlockNo(6), new BlockNo(7)), without.incompleteBlocks());
        assertTrue(without.dump().block(new BlockNo(5)).isUnknown());
        assertEquals(26 - 3 + 1, card.exchanges(), "blocks that may not be read are not asked for");
        assertEquals(image.bytes(), card.dump(FF, TWO).dump().imageWithZeros());
        assertEquals(image.bytes(), card.dump(TWO, FF).dump().imageWithZeros());
    }

    @Test
    void unknownIsNeverZero() throws NfcException {
        ClassicImage image = TestCard.with(TestCard.filled(ClassicType.MINI), 3, ONE, "FF0780", TWO);
        Dump dump = new TestCard(image).dump(FF).dump();
        for (BlockNo block : new SectorNo(3).blocks()) {
            assertEquals(BlockContent.UNKNOWN, dump.block(block));
        }
        assertEquals(
                List.of(12, 13, 14, 15),
                dump.incompleteBlocks().stream().map(BlockNo::value).toList());
    }

    @Test
    void keyBThatIsDataOpensNothingButIsKnown() throws NfcException {
        ClassicImage image = TestCard.with(TestCard.filled(ClassicType.MINI), 3, ONE, "FF0780", TWO);
        Dump dump = new TestCard(image).dump(TWO).dump();
        assertEquals(
                "????????????????????020202020202", dump.block(new BlockNo(15)).toHex("??"));
        assertTrue(dump.block(new BlockNo(12)).isUnknown());
        assertEquals(
                image.bytes(), new TestCard(image).dump(TWO, FF, ONE).dump().imageWithZeros());
    }

    @Test
    void invalidAccessBitsLeaveOnlyTheKeys() throws NfcException {
        ClassicImage image = TestCard.with(TestCard.filled(ClassicType.MINI), 3, FF, "FF0781", FF);
        Dump dump = new TestCard(image).dump(FF).dump();
        assertEquals(
                "FFFFFFFFFFFF????????FFFFFFFFFFFF", dump.block(new BlockNo(15)).toHex("??"));
        assertEquals(
                List.of(12, 13, 14, 15),
                dump.incompleteBlocks().stream().map(BlockNo::value).toList());
    }

    @Test
    void hiddenAllZeroKeyBIsNotTakenFromTheTrailer() throws NfcException {
        ClassicKey zeros = ClassicKey.of("000000000000");
        ClassicImage image = TestCard.with(TestCard.filled(ClassicType.MINI), 3, FF, "7F0788", zeros);
        assertEquals(Optional.empty(), new TestCard(image).dump(FF).dump().key(new SectorNo(3), KeyType.B));
        assertEquals(
                Optional.of(zeros), new TestCard(image).dump(FF, zeros).dump().key(new SectorNo(3), KeyType.B));
    }

    @Test
    void onlyWantedSectorsAreTouched() throws NfcException {
        TestCard card = new TestCard(TestCard.filled(ClassicType.K4));
        List<String> steps = new ArrayList<>();
        Dumper dumper = new Dumper(
                new ReaderAccess(card.card, () -> new StorageCard(card.card)),
                ClassicType.K4,
                List.of(new SectorNo(2), new SectorNo(39)),
                (known, blocks, keysLeft) -> steps.add(known + "/" + blocks + " " + keysLeft));
        DumpResult result = dumper.dump(List.of(FF, ONE), CardIdentity.NONE);
        assertEquals(List.of(), result.incompleteBlocks());
        assertEquals(236, result.dump().incompleteBlocks().size());
        assertEquals(List.of("4/20 1", "20/20 1", "20/20 1"), steps);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FF", "NDEF"})
    void cardTakenAwayAtAnyExchangeLeavesWhatWasRead(String which) throws Exception {
        ClassicImage image = which.equals("FF") ? TestCard.filled(ClassicType.MINI) : ndefSample();
        List<ClassicKey> keys = List.of(ClassicKey.MAD, ClassicKey.NDEF, FF);
        TestCard whole = new TestCard(image);
        whole.dump(keys.toArray(ClassicKey[]::new));
        int known = 0;
        for (int last = 0; last < whole.exchanges(); last++) {
            TestCard card = new TestCard(image);
            DumpResult result =
                    card.dump(removingAfter(card, last), image.type().sectors(), keys);
            assertEquals(
                    ErrorKind.CARD_REMOVED, result.interruption().orElseThrow().kind());
            assertEquals(last + 1, card.exchanges(), "nothing is sent to a card that has left");
            int knownNow = assertKnownBytes(image, result.dump());
            assertTrue(knownNow >= known, "after " + last + " exchanges");
            known = knownNow;
        }
        assertTrue(known >= image.type().size() - 16);
    }

    private static UnaryOperator<ApduChannel> removingAfter(TestCard card, int exchanges) {
        int[] left = {exchanges};
        return channel -> command -> {
            if (left[0]-- == 0) {
                card.slot.remove();
            }
            return channel.transmit(command);
        };
    }

    /** Every known byte is the card's; returns how many are known. */
    private static int assertKnownBytes(ClassicImage image, Dump dump) {
        int known = 0;
        for (int block = 0; block < image.type().blockCount(); block++) {
            Bytes real = image.block(new BlockNo(block));
            BlockContent read = dump.block(new BlockNo(block));
            for (int i = 0; i < real.length(); i++) {
                if (read.known().get(i) != 0) {
                    assertEquals(real.get(i), read.bytes().get(i), "block " + block + " byte " + i);
                    known++;
                }
            }
        }
        return known;
    }

    @Test
    void readerThatFailsInTheMiddleLeavesWhatWasRead() throws NfcException {
        TestCard card = new TestCard(TestCard.filled(ClassicType.MINI));
        NfcException failure = new NfcException(ErrorKind.READER_FAILED, "unplugged");
        DumpResult result = card.dump(failingAt(10, failure), card.image.type().sectors(), List.of(FF));
        assertEquals(Optional.of(failure), result.interruption());
        assertFalse(result.isEmpty());
        assertFails(
                ErrorKind.READER_FAILED,
                () -> card.dump(failingAt(0, failure), card.image.type().sectors(), List.of(FF)));
    }

    private static UnaryOperator<ApduChannel> failingAt(int exchange, NfcException failure) {
        int[] left = {exchange};
        return channel -> command -> {
            if (left[0]-- == 0) {
                throw failure;
            }
            return channel.transmit(command);
        };
    }

    /** A refusal that comes once: the block is authenticated for and asked for once more. */
    @Test
    void readThatFailsOnceIsTriedAgain() throws NfcException {
        TestCard card = new TestCard(TestCard.filled(ClassicType.MINI));
        card.dump(FF);
        int best = card.exchanges();
        for (int exchange = 0; exchange < best; exchange++) {
            List<Bytes> refused = new ArrayList<>();
            DumpResult result = card.dump(
                    refusingOnce(card, exchange, 0xB0, refused),
                    card.image.type().sectors(),
                    List.of(FF));
            assertEquals(List.of(), result.incompleteBlocks(), "after " + exchange + " exchanges");
            assertEquals(best + refused.size(), card.exchanges(), "the refused one is not counted");
        }
    }

    /** Between the two, the authentication fails as well: the block stays unknown, the next one is authenticated for. */
    @Test
    void knownKeyThatFailsOnceCostsOneBlock() throws NfcException {
        TestCard card = new TestCard(TestCard.filled(ClassicType.MINI));
        int[] seen = {0};
        DumpResult result = card.dump(
                channel -> command -> {
                    // load, authenticate, trailer, block 0; then block 1 twice: read, authenticate
                    int exchange = seen[0]++;
                    if (exchange == 4 || exchange == 5) {
                        card.slot.reset();
                        return (exchange == 4 ? StatusWord.SECURITY_STATUS_NOT_SATISFIED : StatusWord.NO_INFORMATION)
                                .bytes();
                    }
                    return channel.transmit(command);
                },
                card.image.type().sectors(),
                List.of(FF));
        assertEquals(List.of(new BlockNo(1)), result.incompleteBlocks());
        assertTrue(result.dump().block(new BlockNo(1)).isUnknown());
    }

    /** While keys are searched a failed authentication is a miss: key A of that sector is not found by this key any more. */
    @Test
    void authenticationThatFailsInTheSearchIsAMiss() throws NfcException {
        TestCard card = new TestCard(TestCard.filled(ClassicType.MINI));
        List<Bytes> refused = new ArrayList<>();
        DumpResult result = card.dump(
                refusingOnce(card, 1, 0x86, refused), card.image.type().sectors(), List.of(FF, FF));
        assertEquals(1, refused.size());
        assertEquals(card.image.bytes(), result.dump().imageWithZeros(), "a second try finds it");
    }

    private static UnaryOperator<ApduChannel> refusingOnce(TestCard card, int exchange, int ins, List<Bytes> refused) {
        int[] left = {exchange};
        return channel -> command -> {
            if (left[0]-- == 0 && command.get(1) == ins) {
                refused.add(command);
                card.slot.reset();
                return StatusWord.NO_INFORMATION.bytes();
            }
            return channel.transmit(command);
        };
    }

    @Test
    void sampleWithDirectoryAndNdefIsReadWithThePublishedKeys() throws Exception {
        TestCard card = new TestCard(ndefSample());
        DumpResult result = card.dump(KeyList.WELL_KNOWN.toArray(ClassicKey[]::new));
        assertEquals(card.image.bytes(), result.dump().imageWithZeros());
        assertEquals(List.of(), result.incompleteBlocks());
    }

    static ClassicImage ndefSample() throws IOException {
        try (InputStream in = DumperTest.class.getResourceAsStream("/samples/made-ndef-uri-1k.mfd")) {
            return new ClassicImage(
                    ClassicType.K1, Bytes.of(Objects.requireNonNull(in).readAllBytes()));
        }
    }
}
