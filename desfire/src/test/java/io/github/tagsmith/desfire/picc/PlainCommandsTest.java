package io.github.tagsmith.desfire.picc;

import io.github.tagsmith.desfire.model.CardGeneration;
import org.junit.jupiter.api.Test;

/** Commands without authentication, and the status of everything that is wrong with them. */
class PlainCommandsTest {

    @Test
    void framesOfBothKinds() {
        Reader.of(CardGeneration.EV1)
                .expect("60", "AF04010101001A05")
                .expect("AF", "AF04010101041A05")
                .expect("AF", "0004063F7263348000000000000124")
                .expect("9060000000", "04010101001A05 91AF")
                .expect("90AF000000", "04010101041A05 91AF")
                .expect("90AF000000", "04063F7263348000000000000124 9100")
                .expect("905A00000300000000", "9100");
    }

    /** Another command in the middle of a chain: seen on an EV3, full-apdu-traces.json, kpn532. */
    @Test
    void anAbortedChain() {
        Reader.of(CardGeneration.EV3)
                .expect("9060000000", "04010133001A05 91AF")
                .expect("905A00000300000000", "91CA")
                .expect("90AF000000", "911C");
    }

    @Test
    void wrongCommands() {
        Reader.of(CardGeneration.EV1)
                .expect("99", "1C")
                .expect("7100", "1C")
                .expect("AF", "1C")
                .expect("6000", "7E")
                .expect("5A0100", "7E")
                .expect("5A010000", "A0")
                .expect("6F", "9D")
                .expect("6405", "40")
                .expect("0A01", "40")
                .expect("AA00", "AE")
                .expect("FC", "AE")
                .expect("90", "6700")
                .expect("9060", "6700")
                .expect("9060010000", "919E")
                .expect("8060000000", "1C");
    }

    @Test
    void applications() {
        Reader.of(CardGeneration.EV1)
                .expect("6A", "00")
                .expect("CA16DE000F02", "00")
                .expect("CA16DE000F02", "DE")
                .expect("CA0000000F02", "DE")
                .expect("CA16DE010FC2", "9E")
                .expect("CA24DE000F42", "00")
                .expect("CA16AE000F8210", "7E")
                .expect("CA16AE000F8210E1D2760000850101", "00")
                .expect("6A", "00 16DE00 24DE00 16AE00")
                .expect("6D", "00 16AE00 10E1 D2760000850101")
                .expect("DA16DE00", "AE")
                .expect("5A24DE00", "00")
                .expect("45", "00 0F42")
                .expect("6401", "00 00");
    }

    @Test
    void dataFiles() {
        Reader.inApplication(CardGeneration.EV1)
                .expect("6F", "00")
                .expect("CD0000EEEE200000", "00")
                .expect("CD0000EEEE200000", "DE")
                .expect("CD2000EEEE200000", "9E")
                .expect("CD0100EEEE000000", "9E")
                .expect("CD0100EEEEFFFFFF", "0E")
                .expect("CD0100EEEE2000", "7E")
                .expect("CB0100EEEE080000", "00")
                .expect("6F", "00 0001")
                .expect("F500", "00 00 00 EEEE 200000")
                .expect("F501", "00 01 00 EEEE 080000")
                .expect("F502", "F0")
                .expect("3D0002000003000011 2233".replace(" ", ""), "00")
                .expect("BD00000000060000", "00 000011223300")
                .expect("BD001F000002000 0".replace(" ", ""), "BE")
                .expect("BD0020000000000 0".replace(" ", ""), "BE")
                .expect("3D001F0000020000AABB", "BE")
                .expect("3D00000000010000AABB", "7E")
                .expect("BD05000000000000", "F0")
                .expect("3D0100000002000 0AABB".replace(" ", ""), "00")
                .expect("BD01000000000000", "00 0000000000000000")
                .expect("C7", "00")
                .expect("BD01000000000000", "00 AABB000000000000")
                .expect("C7", "0C")
                .expect("A7", "0C")
                .expect("DF00", "00")
                .expect("6F", "00 01");
    }

    @Test
    void rightsAndKeys() {
        Reader.inApplication(CardGeneration.EV1)
                .expect("CD00000F1F200000", "00")
                .expect("BD00000000000000", "AE")
                .expect("3D0000000001000001", "AE")
                .expect("5F00000000", "9D")
                .expect("CD010000F0200000", "00")
                .expect("3D0100000001000001", "AE")
                .expect("5F0100EEEE", "AE");
    }

    @Test
    void values() {
        Reader.inApplication(CardGeneration.EV1)
                .expect("CC0000EEEE00000000640000000A00000001", "00")
                .expect("6C00", "00 0A000000")
                .expect("0C005B000000", "BE")
                .expect("0C0005000000", "00")
                .expect("6C00", "00 0A000000")
                .expect("DC0010000000", "BE")
                .expect("DC000F000000", "00")
                .expect("0C00FFFFFFFF", "9E")
                .expect("C7", "00")
                .expect("6C00", "00 00000000")
                .expect("F500", "00 02 00 EEEE 00000000 64000000 0F000000 01")
                .expect("1C0010000000", "BE")
                .expect("1C0005000000", "00")
                .expect("1C0005000000", "9D")
                .expect("C7", "00")
                .expect("6C00", "00 05000000")
                .expect("F500", "00 02 00 EEEE 00000000 64000000 00000000 01")
                .expect("0C0001000000", "00")
                .expect("A7", "00")
                .expect("6C00", "00 05000000");
    }

    @Test
    void records() {
        Reader.inApplication(CardGeneration.EV1)
                .expect("C00000EEEE020000030000", "00")
                .expect("BB00000000000000", "BE")
                .expect("3B00000000020000A1A2", "00")
                .expect("3B00010000010000AF", "00")
                .expect("C7", "00")
                .expect("3B00000000020000B1B2", "00")
                .expect("C7", "00")
                .expect("BB00000000000000", "00 A1AF B1B2")
                .expect("BB00000000010000", "00 B1B2")
                .expect("BB00010000010000", "00 A1AF")
                .expect("BB00020000010000", "BE")
                .expect("3B00000000020000C1C2", "00")
                .expect("C7", "00")
                .expect("BB00000000000000", "00 B1B2 C1C2")
                .expect("F500", "00 04 00 EEEE 020000 030000 020000")
                .expect("EB00", "00")
                .expect("3B00000000020000D1D2", "9D")
                .expect("BB00000000000000", "00 B1B2 C1C2")
                .expect("C7", "00")
                .expect("BB00000000000000", "BE")
                .expect("C10100EEEE010000010000", "00")
                .expect("3B0100000001000001", "00")
                .expect("C7", "00")
                .expect("3B0100000001000002", "BE")
                .expect("DB000000000000000000", "1C");
    }

    /** A chain towards the card, as libfreefare sends it: 60 bytes, then the rest behind AF. */
    @Test
    void aLongWriteAndRead() {
        String data = "5A".repeat(100);
        Reader.inApplication(CardGeneration.EV1)
                .expect("CD0000EEEE640000", "00")
                .expect("3D00000000640000" + data.substring(0, 104), "AF")
                .expect("AF" + data.substring(104), "00")
                .expect("BD00000000000000", "AF" + data.substring(0, 118))
                .expect("AF", "00" + data.substring(118))
                .expect("3D00000000640000" + data.substring(0, 106), "7E");
    }

    @Test
    void memory() {
        Reader.of(CardGeneration.EV3)
                .expect("6E", "00 002000")
                .expect("CA0100000F81", "00")
                .expect("6E", "00 C01F00")
                .expect("5A010000", "00")
                .expect("CB0000EEEE210000", "00")
                .expect("6E", "00 401F00")
                .expect("DF00", "00")
                .expect("6E", "00 401F00");
    }
}
