package io.github.tagsmith.core.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.core.bytes.Bytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Byte strings: PC/SC part 3 section 3.2.2, as collected in the project's reference classic.md sections 7 and 8. */
class StorageFirmwareTest {

    private static final String LOAD = "FF 82 00 00 06 A0A1A2A3A4A5";
    private static final String AUTHENTICATE = "FF 86 00 00 05 01 0000 60 00";

    private final TinyStorageCard card = new TinyStorageCard();
    private final VirtualSlot slot = new VirtualSlot();

    @BeforeEach
    void present() {
        slot.present(card);
    }

    private void assertAnswer(String answer, String command) throws Exception {
        assertEquals(Bytes.fromHex(answer), slot.transmit(Bytes.fromHex(command)), command);
    }

    @Test
    void theAtrNamesTheCard() {
        assertEquals(
                Bytes.fromHex("3B8F8001804F0CA000000306030001000000006A"),
                slot.atr().orElseThrow());
    }

    @Test
    void theUidIsGivenInFullOrNotAtAll() throws Exception {
        assertAnswer("11223344 9000", "FF CA 00 00 00");
        assertAnswer("11223344 9000", "FF CA 00 00 04");
        assertAnswer("6C04", "FF CA 00 00 03");
        assertAnswer("6A81", "FF CA 01 00 00");
    }

    @Test
    void aBlockIsReadAndWrittenAfterAuthentication() throws Exception {
        assertAnswer("9000", LOAD);
        assertAnswer("9000", AUTHENTICATE);
        assertAnswer("11223344 44 08 0400 0000000000000000 9000", "FF B0 00 00 10");
        assertAnswer("9000", "FF D6 00 01 10 000102030405060708090A0B0C0D0E0F");
        assertAnswer("000102030405060708090A0B0C0D0E0F 9000", "FF B0 00 01 00");
    }

    @Test
    void withoutAuthenticationNothingIsReadOrWritten() throws Exception {
        assertAnswer("6982", "FF B0 00 00 10");
        assertAnswer("6982", "FF D6 00 01 10 000102030405060708090A0B0C0D0E0F");
    }

    @Test
    void aWrongKeyFailsAndLosesTheAuthentication() throws Exception {
        assertAnswer("9000", LOAD);
        assertAnswer("9000", AUTHENTICATE);
        assertAnswer("6300", "FF 86 00 00 05 01 0000 61 00");
        assertAnswer("6982", "FF B0 00 00 10");
        assertAnswer("9000", AUTHENTICATE);
    }

    @Test
    void aRefusedReadLosesTheAuthentication() throws Exception {
        assertAnswer("9000", LOAD);
        assertAnswer("9000", AUTHENTICATE);
        assertAnswer("6982", "FF B0 00 40 10");
        assertAnswer("6982", "FF B0 00 00 10");
    }

    @Test
    void keysStayInTheReaderWhenTheCardIsReset() throws Exception {
        assertAnswer("9000", LOAD);
        assertAnswer("9000", AUTHENTICATE);
        slot.reset();
        assertAnswer("6982", "FF B0 00 00 10");
        assertAnswer("9000", AUTHENTICATE);
    }

    @ParameterizedTest
    @CsvSource({
        "6989, FF 82 00 00 05 A0A1A2A3A4",
        "6988, FF 86 00 00 05 01 0000 60 05",
        "6986, FF 86 00 00 05 01 0000 62 00",
        "6700, FF 86 00 00 05 02 0000 60 00",
        "6700, FF 86 00 00 04 01 0000 60",
        "6C10, FF B0 00 00 04",
        "6700, FF D6 00 01 04 00010203",
        "6700, FF D6 00 01 10 00",
        "6700, FF",
        "6D00, FF 70 00 00",
        "6E00, 00 A4 04 00 00",
    })
    void whatDoesNotFitIsRefusedWithItsStatus(String status, String command) throws Exception {
        assertAnswer(status, command);
    }
}
