package io.github.tagsmith.classic.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Block 0 of published images and of the sample made-1k-7byte-uid.eml; facts in samples/index.json. */
class ManufacturerBlockTest {

    @ParameterizedTest
    @CsvSource({
        "01A062BD7E080400011B8CC2D5107E1D, 01A062BD, 08, 0004", // s50-empty.bin (Proxmark3)
        "9A51B6394488040047C125A841003106, 9A51B639, 88, 0004", // chameleon-mini-1k-padded.mfd: Infineon
        "A1B2C3D404180200C830002000000016, A1B2C3D4, 18, 0002", // made-ndef-4k-mad2-long.eml
        "04A1B2C3D4E5F6884400C82000000000, 04A1B2C3D4E5F6, 08, 0044", // its BCC is right by chance
    })
    void uidSakAndAtqaAreFound(String block, String uid, String sak, String atqa) {
        ManufacturerBlock read = ManufacturerBlock.decode(Bytes.fromHex(block));
        assertEquals(Optional.of(Bytes.fromHex(uid)), read.uid());
        assertEquals(Integer.parseInt(sak, 16), read.sak());
        assertEquals(Integer.parseInt(atqa, 16), read.atqa());
    }

    @Test
    void wrongCheckByteMeansNoUid() {
        ManufacturerBlock read = ManufacturerBlock.decode(Bytes.fromHex("010203040508040000000000000000FF"));
        assertEquals(Optional.empty(), read.uid());
        assertEquals(false, read.bccOk());
    }

    @ParameterizedTest
    @EnumSource(ClassicType.class)
    void whatIsMadIsRead(ClassicType type) {
        for (String uid : new String[] {"DEADBEEF", "00000000", "04A1B2C3D4E5F6", "04112233445566"}) {
            Bytes bytes = Bytes.fromHex(uid);
            Bytes block = ManufacturerBlock.encode(type, bytes, Bytes.repeat(8, 0x20));
            assertEquals(ClassicType.BLOCK_LENGTH, block.length());
            ManufacturerBlock read = ManufacturerBlock.decode(block);
            assertEquals(Optional.of(bytes), read.uid(), block.toHex());
            assertEquals(type.sak(), read.sak());
            assertEquals(type.atqa(bytes.length()), read.atqa());
        }
    }

    @Test
    void otherLengthsAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> ManufacturerBlock.encode(ClassicType.K1, Bytes.zeros(5), Bytes.zeros(8)));
    }
}
