package io.github.tagsmith.desfire.picc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.CardGeneration;
import org.junit.jupiter.api.Test;

/**
 * Two applications selected at once: bit 7 of a file number means the second one (NXP Reader Library, phalMfdfEVx.h), and one
 * transaction spans both.
 */
class SharedApplicationsTest {

    private static final String FROM_0_TO_100_HOLDS_10 = "00000000 64000000 0A000000 00";

    private static Reader twoPurses() {
        Reader reader = Reader.of(CardGeneration.EV2);
        for (String aid : new String[] {"010000", "020000"}) {
            reader.expect("5A000000", "00")
                    .expect("CA" + aid + "0F02", "00")
                    .expect("5A" + aid, "00")
                    .expect("CC0000EEEE" + FROM_0_TO_100_HOLDS_10.replace(" ", ""), "00");
        }
        return reader.expect("5A010000020000", "00");
    }

    @Test
    void aTransferIsDoneInBothOrInNone() {
        twoPurses()
                .expect("DC0004000000", "00")
                .expect("0C8004000000", "00")
                .expect("A7", "00")
                .expect("C7", "0C")
                .expect("DC0003000000", "00")
                .expect("0C8003000000", "00")
                .expect("C7", "00")
                .expect("6C00", "00 07000000")
                .expect("6C80", "00 0D000000")
                .expect("5A020000", "00")
                .expect("6C00", "00 0D000000")
                .expect("6C80", "9E");
    }

    @Test
    void theFieldGoesBeforeTheCommit() {
        Reader reader = twoPurses().expect("DC0003000000", "00").expect("0C8003000000", "00");
        reader.card().reset();
        reader.expect("5A010000020000", "00").expect("6C00", "00 0A000000").expect("6C80", "00 0A000000");
    }

    @Test
    void valuesGoFromOneToTheOther() {
        twoPurses()
                .expect("DC8003000000", "00")
                .expect("B10080", "00")
                .expect("C7", "00")
                .expect("6C00", "00 07000000")
                .expect("6C80", "00 07000000");
    }

    @Test
    void filesAreMadeAndDeletedInTheSecond() {
        twoPurses()
                .expect("CD8100EEEE100000", "00")
                .expect("F581", "00 0000EEEE100000")
                .expect("F501", "F0")
                .expect("3D81000000020000CAFE", "00")
                .expect("BD81000000020000", "00 CAFE")
                .expect("DF81", "00")
                .expect("F581", "F0");
    }

    /** A key of the second application opens its files, not those of the first. */
    @Test
    void keysAreOfOneApplication() {
        Reader reader = Reader.of(CardGeneration.EV2)
                .expect("CA0100000F82", "00")
                .expect("5A010000", "00")
                .expect("CD00001111200000", "00")
                .expect("5A000000", "00")
                .expect("CA0200000F82", "00")
                .expect("5A020000", "00")
                .expect("CD00001111200000", "00")
                .expect("5A010000020000", "00");
        assertEquals(1 + 16, reader.card().answer(Bytes.fromHex("AA81")).length());
        reader.expect("BD00000000010000", "CA").expect("BD80000000010000", "AE");
    }

    @Test
    void whatCannotBeSelectedTogether() {
        twoPurses()
                .expect("5A010000010000", "9E")
                .expect("5A000000010000", "9E")
                .expect("5A010000000000", "9E")
                .expect("5A010000030000", "A0")
                .expect("5A0100000200", "7E");
        Reader.inApplication(CardGeneration.EV1).expect("5A010000010000", "7E");
    }
}
