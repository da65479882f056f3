package io.github.tagsmith.classic.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.Mad;
import io.github.tagsmith.classic.model.MadAid;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.model.SectorTrailer;
import io.github.tagsmith.classic.ndef.NdefArea;
import io.github.tagsmith.classic.picc.ClassicImage;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DumpTest {

    private static final ClassicImage DELIVERED = ClassicImage.delivered(ClassicType.K1, Bytes.fromHex("01020304"));

    private static Dump without(Dump dump, int block, int offset, int length) {
        List<BlockContent> blocks = new ArrayList<>(dump.blocks());
        blocks.set(block, blocks.get(block).without(offset, length));
        return new Dump(dump.type(), blocks, dump.identity());
    }

    @Test
    void whatIsDerivedNeedsItsBytesOnly() {
        Dump dump = Dump.ofImage(ClassicType.K1, DELIVERED.bytes());
        SectorNo first = new SectorNo(0);
        Dump noKeyA = without(dump, 3, 2, 1);
        assertEquals(Optional.empty(), noKeyA.key(first, KeyType.A));
        assertEquals(Optional.of(ClassicKey.DELIVERY), noKeyA.key(first, KeyType.B));
        assertEquals(Optional.of(SectorTrailer.DELIVERY_ACCESS), noKeyA.accessBytes(first));
        assertEquals(List.of(new BlockNo(3)), noKeyA.incompleteBlocks());
        Dump noGpb = without(dump, 3, SectorTrailer.GPB, 1);
        assertEquals(Optional.empty(), noGpb.accessBytes(first));
        assertEquals(dump.accessBits(first), noGpb.accessBits(first));
        assertEquals(Optional.empty(), without(dump, 0, 15, 1).manufacturerBlock());
        assertThrows(IllegalArgumentException.class, () -> new Dump(ClassicType.K4, dump.blocks(), CardIdentity.NONE));
    }

    /** The made directory of samples/made-ndef-4k-mad2-long.eml, in classic-mad.json, on cards of each size. */
    @ParameterizedTest
    @CsvSource({"K1, 15", "K1_EV1_HIDDEN, 15", "K2, 38", "K4, 38"})
    void secondDirectoryIsOnCardsOfMoreThanAKilobyte(ClassicType type, int entries) {
        ClassicImage image = ClassicImage.delivered(type, Bytes.fromHex("01020304"))
                .with(new BlockNo(1), Bytes.fromHex("0F0003E103E103E103E103E103E103E1"))
                .with(new BlockNo(2), Bytes.fromHex("03E103E103E103E103E103E103E103E1"))
                .with(new BlockNo(3), Bytes.fromHex("A0A1A2A3A4A5787788C2FFFFFFFFFFFF"));
        if (type.blockCount() > 66) {
            image = image.with(new BlockNo(64), Bytes.fromHex("9E0003E103E103E103E103E103E103E1"))
                    .with(new BlockNo(65), Bytes.fromHex("03E103E103E103E103E103E103E103E1"))
                    .with(new BlockNo(66), Bytes.fromHex("03E103E103E103E103E103E103E103E1"));
        }
        Dump dump = Dump.ofImage(type, image.bytes());
        Mad mad = dump.mad().orElseThrow();
        assertEquals(true, mad.crcOk());
        assertEquals(entries, mad.entries().size());
        int sectors = Math.min(entries, type.sectorCount() - 2);
        assertEquals(
                type == ClassicType.K1_EV1_HIDDEN ? 15 : type == ClassicType.K1 ? 15 : sectors,
                NdefArea.of(dump).orElseThrow().sectors().size(),
                "sectors that the card does not have hold nothing");
        assertEquals(Optional.empty(), without(dump, 2, 0, 1).mad());
    }

    @Test
    void areaEndsAtTheFirstUnknownBlock() throws Exception {
        Dump dump = Dump.ofImage(ClassicType.K1, DumperTest.ndefSample().bytes());
        assertEquals(MadAid.NDEF, dump.mad().orElseThrow().entries().get(new SectorNo(1)));
        NdefArea area = NdefArea.of(without(dump, 5, 3, 1)).orElseThrow();
        assertEquals(16, area.bytes().length());
        assertEquals(List.of(), area.messages());
        assertEquals(1, NdefArea.of(dump).orElseThrow().messages().size());
        assertEquals(Optional.empty(), NdefArea.of(without(dump, 3, SectorTrailer.GPB, 1)));
    }

    @Test
    void readersWordComesBeforeBlockZero() {
        Dump dump = Dump.ofImage(ClassicType.K1, DELIVERED.bytes());
        Bytes other = Bytes.fromHex("A1A2A3A4");
        CardFacts facts = CardFacts.of(new Dump(dump.type(), dump.blocks(), CardIdentity.ofUid(other)));
        assertEquals(Optional.of(other), facts.uid());
        assertEquals(Optional.of(0x0004), facts.atqa());
        assertEquals("1k", facts.type());
        CardFacts nothing = CardFacts.of(without(dump, 0, 0, 1));
        assertEquals(Optional.empty(), nothing.uid());
        assertEquals(Optional.empty(), nothing.bccOk());
    }
}
