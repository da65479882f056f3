package io.github.tagsmith.core.apdu;

import static io.github.tagsmith.core.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseApduTest {

    @Test
    void dataAndStatusWordAreToldApart() throws NfcException {
        ResponseApdu response = ResponseApdu.parse(Bytes.fromHex("01020391AF"));
        assertEquals(Bytes.of(1, 2, 3), response.data());
        assertEquals(new StatusWord(0x91AF), response.sw());
        assertFalse(response.isOk());
        assertEquals(Bytes.fromHex("01020391AF"), response.bytes());
        assertTrue(ResponseApdu.parse(Bytes.fromHex("9000")).isOk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "90"})
    void anAnswerWithoutAStatusWordIsAProtocolError(String hex) {
        assertFails(ErrorKind.PROTOCOL, () -> ResponseApdu.parse(Bytes.fromHex(hex)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9000 | done",
                "6103 | done, more bytes to fetch",
                "6281 | part of the data may be corrupted",
                "6300 | failed, no further information",
                "63C2 | warning, memory changed",
                "6581 | memory failure",
                "6700 | wrong length",
                "6982 | security status not satisfied: not authenticated, or not with the right key",
                "6985 | conditions of use not satisfied",
                "69F0 | command not allowed",
                "6A82 | file, application or block not found",
                "6C10 | wrong Le; SW2 is the right one",
                "6D00 | instruction not supported",
                "6E00 | class not supported",
                "91AE | DESFire status",
                "0000 | not a status word of ISO 7816-4",
            })
    void aStatusWordHasTheNameOfItsTableOrOfItsFirstByte(String sw, String name) {
        assertEquals(name, new StatusWord(Integer.parseInt(sw, 16)).meaning());
    }

    @Test
    void aStatusWordIsTwoBytes() {
        StatusWord sw = new StatusWord(0x6C0A);
        assertEquals(0x6C, sw.sw1());
        assertEquals(0x0A, sw.sw2());
        assertEquals(Bytes.of(0x6C, 0x0A), sw.bytes());
        assertEquals("6C0A", sw.toString());
        assertThrows(IllegalArgumentException.class, () -> new StatusWord(0x10000));
        assertThrows(IllegalArgumentException.class, () -> new StatusWord(-1));
    }
}
