package io.github.tagsmith.core.apdu;

import static io.github.tagsmith.core.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases and length fields: ISO/IEC 7816-3:2006 section 12.1.3 and 7816-4:2005 section 5.1. */
class CommandApduTest {

    @ParameterizedTest(name = "case {0}: {1}")
    @CsvSource({
        "1,  00A40000,                     0, 0,     false",
        "2S, 00B0000001,                   0, 1,     false",
        "2S, 00B0000000,                   0, 256,   false",
        "2E, 00B00000 000001,              0, 1,     true",
        "2E, 00B00000 000000,              0, 65536, true",
        "2E, 00B00000 00FFFF,              0, 65535, true",
        "3S, 00D60000 01 AA,               1, 0,     false",
        "3E, 00D60000 000001 AA,           1, 0,     true",
        "4S, 00A40400 02 3F00 00,          2, 256,   false",
        "4S, 00A40400 02 3F00 10,          2, 16,    false",
        "4E, 00A40400 000002 3F00 0000,    2, 65536, true",
        "4E, 00A40400 000002 3F00 0100,    2, 256,   true",
    })
    void everyCaseIsReadAndWritten(String name, String hex, int nc, int ne, boolean extended) throws NfcException {
        Bytes encoded = Bytes.fromHex(hex);
        CommandApdu command = CommandApdu.parse(encoded);
        assertEquals(nc, command.data().length(), name);
        assertEquals(ne, command.ne(), name);
        assertEquals(extended, command.extended(), name);
        assertEquals(encoded, command.bytes(), name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00A404",
                "00A40400 02 3F",
                "00A40400 02 3F00 00 00",
                "00A40400 00 00",
                "00A40400 FF 00",
                "00A40400 000000 AA",
                "00A40400 000002 AA",
                "00A40400 000001 AA 00",
                "00A40400 000001 AA 0000 00",
                "00A40400 00FFFF AA"
            })
    void lengthsThatDoNotFitAreMalformed(String hex) {
        assertFails(ErrorKind.MALFORMED_INPUT, () -> CommandApdu.parse(Bytes.fromHex(hex)));
    }

    @Test
    void theLargestExtendedCommandIsReadAndWritten() throws NfcException {
        CommandApdu command = CommandApdu.of(0x00, 0xD6, 0, 0)
                .withData(Bytes.repeat(65535, 0x55))
                .withNe(65536);
        assertEquals(65544, command.bytes().length());
        assertEquals(command, CommandApdu.parse(command.bytes()));
    }

    @Test
    void becomesExtendedOnlyWhereALengthAsksForIt() {
        CommandApdu header = CommandApdu.of(0x00, 0xB0, 0, 0);
        assertFalse(header.withData(Bytes.zeros(255)).withNe(256).extended());
        assertEquals(true, header.withData(Bytes.zeros(256)).extended());
        assertEquals(true, header.withNe(257).extended());
    }

    @Test
    void refusesWhatHasNoEncoding() {
        assertThrows(IllegalArgumentException.class, () -> CommandApdu.of(256, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> CommandApdu.of(0, 0, 0, -1));
        CommandApdu header = CommandApdu.of(0, 0, 0, 0);
        assertThrows(IllegalArgumentException.class, () -> header.withNe(65537));
        assertThrows(IllegalArgumentException.class, () -> header.withNe(-1));
        assertThrows(IllegalArgumentException.class, () -> header.withData(Bytes.zeros(65536)));
        assertThrows(IllegalArgumentException.class, () -> new CommandApdu(0, 0, 0, 0, Bytes.zeros(256), 0, false));
    }

    @Test
    void doesNotShowItsData() {
        CommandApdu loadKey = CommandApdu.of(0xFF, 0x82, 0, 0).withData(Bytes.fromHex("A0A1A2A3A4A5"));
        assertEquals("FF820000 Nc=6 Ne=0", loadKey.toString());
    }

    @Test
    void whatIsWrittenIsReadBack() throws NfcException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            CommandApdu command = random(random);
            CommandApdu read = CommandApdu.parse(command.bytes());
            assertEquals(command.bytes(), read.bytes(), "seed " + seed);
            assertEquals(command.data(), read.data(), "seed " + seed);
            assertEquals(command.ne(), read.ne(), "seed " + seed);
        }
    }

    @Test
    void whatIsReadIsWrittenBackUnchanged() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] array = new byte[random.nextInt(16)];
            random.nextBytes(array);
            if (array.length > 4) {
                array[4] = (byte) random.nextInt(12);
            }
            Bytes bytes = Bytes.of(array);
            try {
                assertEquals(bytes, CommandApdu.parse(bytes).bytes(), "seed " + seed);
            } catch (NfcException e) {
                assertEquals(ErrorKind.MALFORMED_INPUT, e.kind(), "seed " + seed);
            }
        }
    }

    private static CommandApdu random(Random random) {
        boolean extended = random.nextBoolean();
        byte[] data = new byte[random.nextInt(4) == 0 ? 0 : random.nextInt(extended ? 600 : 256)];
        random.nextBytes(data);
        int ne = random.nextInt(3) == 0 ? 0 : random.nextInt(extended ? 65537 : 257);
        return new CommandApdu(
                random.nextInt(256),
                random.nextInt(256),
                random.nextInt(256),
                random.nextInt(256),
                Bytes.of(data),
                ne,
                extended);
    }
}
