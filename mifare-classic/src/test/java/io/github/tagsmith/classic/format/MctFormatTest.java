package io.github.tagsmith.classic.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.core.error.NfcException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MctFormatTest extends DumpFormatContract {

    private static final String BLOCKS = "00112233445566778899AABBCCDDEEFF\n".repeat(4);

    MctFormatTest() {
        super(new MctFormat());
    }

    @Override
    boolean sectorsMayBeMissing() {
        return true;
    }

    @Test
    void sectorsNeedNotStartAtZeroNorBeAll() throws NfcException {
        Dump dump = new MctFormat().read(TextFile.encode("+Sector: 3\n" + BLOCKS + "+Sector: 9\n*dead\n"));
        assertEquals(ClassicType.K1, dump.type());
        assertTrue(dump.block(new BlockNo(12)).isComplete());
        assertTrue(dump.block(new BlockNo(0)).isUnknown());
    }

    /** Sectors 0 to 4 could be a whole Mini, were it not for SAK 08. */
    @Test
    void block0TellsACardThatIsLargerThanTheFile() throws NfcException {
        String block0 = "01020304040804006263646566676869\n";
        String sector = "+Sector: 0\n" + block0 + BLOCKS.substring(33);
        assertEquals(
                ClassicType.K1, new MctFormat().read(TextFile.encode(sector)).type());
        assertEquals(
                ClassicType.K4,
                new MctFormat()
                        .read(TextFile.encode(sector.replace("040804", "041802")))
                        .type());
    }

    @ParameterizedTest
    @CsvSource({
        "'+Sector: 1\n%+Sector: 1\n%', line 6: sector 1 stands in the file twice",
        "'+Sector: 40\n%', 'line 1: neither a block nor \"+Sector: \" and 0 to 39'",
        "'+Sector: 01\n%', 'line 1: neither a block nor \"+Sector: \" and 0 to 39'",
        "'+Sector: 1\n%%', 'line 10: sector 1 has 8 blocks, not 4'",
        "'+Sector: 32\n%%', 'line 10: sector 32 has 8 blocks, not 16'",
        "'+Sector: 1\n*dead\n%', 'line 7: sector 1 has blocks although it was not read'",
        "'+Sector: 1\n00112233445566778899AABBCCDDEEF\n', 'line 2 has 31 characters, a block has 32'",
        "'+Sector: 1\n00112233445566778899AABBCCDDEEFG\n', line 2 column 32 is not a hexadecimal digit: 'G'",
    })
    void messagesNameTheMistake(String file, String message) {
        String text = file.replace("%", BLOCKS);
        assertEquals(message, assertMalformed(TextFile.encode(text)).getMessage());
    }
}
