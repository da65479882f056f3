package io.github.tagsmith.core.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PcscCodeTest {

    /**
     * Source: pcsc-lite 1.9.9, pcsclite.h. It gives SCARD_E_UNSUPPORTED_FEATURE the number of SCARD_E_UNEXPECTED, 8010001F; the
     * number here is that of the Windows SDK's winerror.h, which the same file has in a comment.
     */
    private static final String HEADER = """
            00000000 SCARD_S_SUCCESS
            80100001 SCARD_F_INTERNAL_ERROR
            80100002 SCARD_E_CANCELLED
            80100003 SCARD_E_INVALID_HANDLE
            80100004 SCARD_E_INVALID_PARAMETER
            80100005 SCARD_E_INVALID_TARGET
            80100006 SCARD_E_NO_MEMORY
            80100007 SCARD_F_WAITED_TOO_LONG
            80100008 SCARD_E_INSUFFICIENT_BUFFER
            80100009 SCARD_E_UNKNOWN_READER
            8010000A SCARD_E_TIMEOUT
            8010000B SCARD_E_SHARING_VIOLATION
            8010000C SCARD_E_NO_SMARTCARD
            8010000D SCARD_E_UNKNOWN_CARD
            8010000E SCARD_E_CANT_DISPOSE
            8010000F SCARD_E_PROTO_MISMATCH
            80100010 SCARD_E_NOT_READY
            80100011 SCARD_E_INVALID_VALUE
            80100012 SCARD_E_SYSTEM_CANCELLED
            80100013 SCARD_F_COMM_ERROR
            80100014 SCARD_F_UNKNOWN_ERROR
            80100015 SCARD_E_INVALID_ATR
            80100016 SCARD_E_NOT_TRANSACTED
            80100017 SCARD_E_READER_UNAVAILABLE
            80100018 SCARD_P_SHUTDOWN
            80100019 SCARD_E_PCI_TOO_SMALL
            8010001A SCARD_E_READER_UNSUPPORTED
            8010001B SCARD_E_DUPLICATE_READER
            8010001C SCARD_E_CARD_UNSUPPORTED
            8010001D SCARD_E_NO_SERVICE
            8010001E SCARD_E_SERVICE_STOPPED
            8010001F SCARD_E_UNEXPECTED
            80100020 SCARD_E_ICC_INSTALLATION
            80100021 SCARD_E_ICC_CREATEORDER
            80100022 SCARD_E_UNSUPPORTED_FEATURE
            80100023 SCARD_E_DIR_NOT_FOUND
            80100024 SCARD_E_FILE_NOT_FOUND
            80100025 SCARD_E_NO_DIR
            80100026 SCARD_E_NO_FILE
            80100027 SCARD_E_NO_ACCESS
            80100028 SCARD_E_WRITE_TOO_MANY
            80100029 SCARD_E_BAD_SEEK
            8010002A SCARD_E_INVALID_CHV
            8010002B SCARD_E_UNKNOWN_RES_MNG
            8010002C SCARD_E_NO_SUCH_CERTIFICATE
            8010002D SCARD_E_CERTIFICATE_UNAVAILABLE
            8010002E SCARD_E_NO_READERS_AVAILABLE
            8010002F SCARD_E_COMM_DATA_LOST
            80100030 SCARD_E_NO_KEY_CONTAINER
            80100031 SCARD_E_SERVER_TOO_BUSY
            80100065 SCARD_W_UNSUPPORTED_CARD
            80100066 SCARD_W_UNRESPONSIVE_CARD
            80100067 SCARD_W_UNPOWERED_CARD
            80100068 SCARD_W_RESET_CARD
            80100069 SCARD_W_REMOVED_CARD
            8010006A SCARD_W_SECURITY_VIOLATION
            8010006B SCARD_W_WRONG_CHV
            8010006C SCARD_W_CHV_BLOCKED
            8010006D SCARD_W_EOF
            8010006E SCARD_W_CANCELLED_BY_USER
            8010006F SCARD_W_CARD_NOT_AUTHENTICATED
            """;

    @Test
    void everyCodeOfTheHeaderIsThereOnceWithItsNumber() {
        Map<String, String> expected = new TreeMap<>();
        HEADER.lines().forEach(line -> expected.put(line.substring(9), line.substring(0, 8)));
        Map<String, String> actual = new TreeMap<>();
        for (PcscCode code : PcscCode.values()) {
            actual.put(code.symbol(), String.format("%08X", code.value()));
        }
        assertEquals(expected, actual);
        assertEquals(actual.size(), actual.values().stream().distinct().count());
    }

    @Test
    void everyCodeIsFoundByItsNumberAndExplained() {
        for (PcscCode code : PcscCode.values()) {
            assertEquals(Optional.of(code), PcscCode.of(code.value()));
            assertFalse(code.meaning().isEmpty(), code.name());
            assertEquals(code == PcscCode.SUCCESS, code.usualCause().isEmpty(), code.name());
        }
        assertEquals(Optional.empty(), PcscCode.of(0x80109999L));
    }

    @Test
    void anErrorKeepsTheNumberAndNamesTheCode() {
        NfcException error = PcscCode.error(0x8010000CL, "connect to the card in A");
        assertEquals(ErrorKind.NO_CARD, error.kind());
        assertEquals(OptionalLong.of(0x8010000CL), error.code());
        assertEquals(
                "cannot connect to the card in A: there is no card in the reader (SCARD_E_NO_SMARTCARD)",
                error.getMessage());
    }

    @Test
    void anUnknownCodeIsKeptToo() {
        NfcException error = PcscCode.error(0x80109999L, "do this");
        assertEquals(ErrorKind.READER_FAILED, error.kind());
        assertEquals(OptionalLong.of(0x80109999L), error.code());
        assertEquals("cannot do this: PC/SC gave the unknown code 80109999", error.getMessage());
    }

    @Test
    void theCodesAReaderGivesDailyHaveTheirKind() {
        assertEquals(ErrorKind.CARD_REMOVED, PcscCode.W_REMOVED_CARD.kind());
        assertEquals(ErrorKind.CARD_REMOVED, PcscCode.W_RESET_CARD.kind());
        assertEquals(ErrorKind.READER_BUSY, PcscCode.E_SHARING_VIOLATION.kind());
        assertEquals(ErrorKind.NO_READER, PcscCode.E_UNKNOWN_READER.kind());
        assertEquals(ErrorKind.NO_SERVICE, PcscCode.E_NO_SERVICE.kind());
        assertEquals(ErrorKind.TIMEOUT, PcscCode.E_TIMEOUT.kind());
    }
}
