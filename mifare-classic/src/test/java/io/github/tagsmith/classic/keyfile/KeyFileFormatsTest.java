package io.github.tagsmith.classic.keyfile;

import static io.github.tagsmith.core.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.format.TextFile;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileFormatsTest {

    private static final Pattern PLACE = Pattern.compile("\\b(offset|line) \\d+");

    static List<KeyFileFormat> formats() {
        return KeyFileFormats.all();
    }

    private static final int[] CARDS = {5, 16, 18, 32, 40};
    private static final int[] SECTORS = {1, 5, 7, 16, 18, 32, 40};

    private static KeyFile keys(int sectors, boolean complete, Random random) {
        List<Optional<ClassicKey>> keysA = new ArrayList<>();
        List<Optional<ClassicKey>> keysB = new ArrayList<>();
        for (int i = 0; i < sectors; i++) {
            keysA.add(key(complete, random));
            keysB.add(key(complete, random));
        }
        return KeyFile.of(new SectorKeys(keysA, keysB));
    }

    private static Optional<ClassicKey> key(boolean complete, Random random) {
        byte[] bytes = new byte[ClassicKey.LENGTH];
        random.nextBytes(bytes);
        return complete || random.nextBoolean() ? Optional.of(ClassicKey.of(Bytes.of(bytes))) : Optional.empty();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void keysComeBack(KeyFileFormat format) throws NfcException {
        for (int sectors : format.id().equals("keybin") ? CARDS : SECTORS) {
            KeyFile file = keys(sectors, true, new Random(sectors));
            Bytes content = KeyFileFormats.write(file, format).content();
            assertEquals(
                    format.id(), KeyFileFormats.recognise(content).orElseThrow().id());
            KeyFile read = KeyFileFormats.read(content);
            assertEquals(file.keys(), read.strict());
            assertEquals(format.bySector() ? file.sectors() : Optional.empty(), read.sectors());
        }
    }

    @Test
    void keyFileOfFewSectorsIsThatOfACard() throws NfcException {
        KeyFileFormat binary = KeyFileFormats.ofId("keybin").orElseThrow();
        KeyFile few = keys(8, true, new Random(1));
        var written = KeyFileFormats.write(few, binary);
        assertEquals(192, written.content().length());
        assertTrue(
                written.losses().get(0).endsWith("key A of sectors 8-15"),
                written.losses().toString());
        SectorKeys read = binary.read(written.content()).sectors().orElseThrow();
        assertEquals(few.sectors().orElseThrow().keysB(), read.keysB().subList(0, 8));
    }

    /** Proxmark's sample s20-empty-key.bin has 84 bytes: a Mini and its two hidden sectors. */
    @Test
    void keyFileOfAMiniMayHaveItsHiddenSectors() throws NfcException {
        KeyFileFormat binary = KeyFileFormats.ofId("keybin").orElseThrow();
        KeyFile seven = keys(7, true, new Random(1));
        Bytes content = KeyFileFormats.write(seven, binary).content();
        assertEquals(84, content.length());
        assertEquals(seven.sectors(), binary.read(content).sectors());
    }

    /** As of a dump that was cut off. */
    @ParameterizedTest
    @ValueSource(ints = {12, 48, 96, 300, 372, 492})
    void otherSizesAreNoKeyFile(int size) {
        Bytes content = Bytes.zeros(size);
        assertEquals(Optional.empty(), KeyFileFormats.recognise(content));
        KeyFileFormat binary = KeyFileFormats.ofId("keybin").orElseThrow();
        assertEquals(
                "a key file ends at offset " + size + "; its size must be one of 60, 84, 192, 216, 384, 480 bytes",
                assertFails(ErrorKind.MALFORMED_INPUT, () -> binary.read(content))
                        .getMessage());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void unknownKeysAreMarkedOrReported(KeyFileFormat format) throws NfcException {
        KeyFile file = keys(16, false, new Random(1));
        var written = KeyFileFormats.write(file, format);
        if (written.losses().isEmpty()) {
            assertEquals(file, format.read(written.content()));
        }
        assertEquals(format.id().equals("keytable"), written.losses().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void namesChooseTheFormat(KeyFileFormat format) {
        assertEquals(format, KeyFileFormats.ofId(format.id()).orElseThrow());
        assertEquals(
                format,
                KeyFileFormats.ofFileName("hf-mf-01020304" + format.endings().get(0))
                        .orElseThrow());
    }

    @Test
    void aListDoesNotSayWhereItsKeysBelong() throws NfcException {
        KeyFile list = KeyFileFormats.read(TextFile.encode("FFFFFFFFFFFF\n"));
        KeyFileFormat table = KeyFileFormats.ofId("keytable").orElseThrow();
        assertFails(ErrorKind.INVALID_REQUEST, () -> KeyFileFormats.write(list, table));
    }

    @ParameterizedTest
    @CsvSource({
        "'|000|  FFFFFFFFFFFF  | 1 |  FFFFFFFFFFFF  |', line 1: not a row",
        "'|---|\n|001|  FFFFFFFFFFFF  | 1 |  FFFFFFFFFFFF  | 1 |', line 2: the sectors do not count",
        "'|---|\n', the table ends after line 1",
        "'not a key\n', line 1: not a key",
        "'', ",
    })
    void mistakesAreNamedWithTheirLine(String text, String message) throws NfcException {
        Bytes content = TextFile.encode(text);
        if (message == null) {
            assertTrue(KeyFileFormats.read(content).keys().isEmpty());
        } else {
            String found = String.valueOf(assertFails(
                            ErrorKind.MALFORMED_INPUT,
                            () -> KeyFileFormats.read(content).strict())
                    .getMessage());
            assertTrue(found.startsWith(message), found);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
    void utf16IsNamed(String charset) {
        Bytes content = Bytes.of("FFFFFFFFFFFF\n".repeat(9).getBytes(java.nio.charset.Charset.forName(charset)));
        assertTrue(String.valueOf(assertFails(ErrorKind.MALFORMED_INPUT, () -> KeyFileFormats.read(content))
                        .getMessage())
                .contains("UTF-16"));
    }

    @Test
    void randomDamageIsReadOrMalformed() throws NfcException {
        long seed = Long.getLong("tagsmith.seed", 20261123);
        System.out.println("key files: random damage with -Dtagsmith.seed=" + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 3000; round++) {
            KeyFileFormat format = formats().get(random.nextInt(3));
            Bytes content =
                    format.write(keys(1 + random.nextInt(6), true, random)).content();
            int at = random.nextInt(content.length());
            byte[] noise = new byte[random.nextInt(5)];
            random.nextBytes(noise);
            Bytes inserted = random.nextBoolean()
                    ? Bytes.of(noise)
                    : Bytes.of(Bytes.of(noise).toHex().getBytes(StandardCharsets.US_ASCII));
            Bytes damaged = content.slice(0, at)
                    .plus(inserted)
                    .plus(content.slice(Math.min(content.length(), at + random.nextInt(3))));
            for (KeyFileFormat reader : formats()) {
                try {
                    reader.read(damaged);
                    KeyFileFormats.read(damaged);
                } catch (NfcException e) {
                    assertEquals(ErrorKind.MALFORMED_INPUT, e.kind());
                    assertTrue(PLACE.matcher(String.valueOf(e.getMessage())).find(), e.getMessage());
                }
            }
        }
    }
}
