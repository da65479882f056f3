package io.github.tagsmith.classic.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.core.contactless.KeyType;
import io.github.tagsmith.core.error.NfcException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlipperFormatTest extends DumpFormatContract {

    private static final String HEAD = """
            Filetype: Flipper NFC device
            Version: 4
            Device type: Mifare Classic
            UID: 01 02 03 04
            ATQA: 00 04
            SAK: 09
            # a comment
            Mifare Classic type: MINI
            Data format version: 2
            """;
    private static final String BLOCK = "00 11 22 33 44 55 66 77 88 99 AA BB CC DD EE FF";
    private static final String FILE = HEAD
            + IntStream.range(0, 20)
                    .mapToObj(n -> "Block " + n + ": " + BLOCK + "\n")
                    .collect(Collectors.joining());

    FlipperFormatTest() {
        super(new FlipperFormat());
    }

    @Test
    void atqaStandsAsOnTheAirInVersion2() throws NfcException {
        String old = FILE.replace("Version: 4", "Version: 2").replace("ATQA: 00 04", "ATQA: 04 00");
        for (String file : new String[] {FILE, FILE.replace("Version: 4", "Version: 3"), old}) {
            assertEquals(
                    Optional.of(4),
                    new FlipperFormat().read(TextFile.encode(file)).identity().atqa());
        }
    }

    @Test
    void mapsSayWhichKeysAreKnown() throws NfcException {
        String file = FILE.replace(
                "Data format version: 2",
                "Data format version: 1\nKey A map: 0000000000000001\nKey B map: 0000000000000012");
        Dump dump = new FlipperFormat().read(TextFile.encode(file));
        for (int sector = 0; sector < 5; sector++) {
            assertEquals(sector == 0, dump.key(new SectorNo(sector), KeyType.A).isPresent());
            assertEquals(
                    sector == 1 || sector == 4,
                    dump.key(new SectorNo(sector), KeyType.B).isPresent());
            assertTrue(dump.accessBytes(new SectorNo(sector)).isPresent());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Version: 4; Version: 1; line 2: \"Version\" is not a number from 2 to 4",
                "Device type: Mifare Classic; Device type: NTAG; line 3: \"Device type\" is not Mifare Classic",
                "UID: 01 02 03 04; UID: 01; line 4: \"UID\" is not 4 to 10 bytes in hexadecimal digits",
                "SAK: 09; SAK: zz; line 6: \"SAK\" is not 1 bytes in hexadecimal digits",
                "type: MINI; type: 2K; 'line 8: \"Mifare Classic type\" is none of MINI, 1K, 4K'",
                "version: 2; version: 3; line 9: \"Data format version\" is not a number from 1 to 2",
                "version: 2; version: 1; 'the file ends after line 29 and has no \"Key A map\"'",
                "Block 3:; Block 2:; line 13: this stands in the file twice",
                "Block 3:; # Block 3:; 'the file ends after line 29 and has no \"Block 3\"'",
                "Block 3: 00; Block 3:; line 13: \"Block 3\" is 15 bytes long, not 16",
                "Block 3: 00; Block 3: 0?; line 13: \"Block 3\" is no block: byte 0 is neither two hexadecimal digits"
                        + " nor ??",
                "# a comment; no colon; 'line 7: not a name, a colon and a value'",
                "# a comment; Block 20: 00; line 7: a card of this type has blocks 0 to 19 and no other",
            })
    void mistakesAreNamed(String what, String instead, String message) {
        assertTrue(FILE.contains(what));
        assertEquals(
                message,
                assertMalformed(TextFile.encode(FILE.replaceFirst(what, instead)))
                        .getMessage());
    }
}
