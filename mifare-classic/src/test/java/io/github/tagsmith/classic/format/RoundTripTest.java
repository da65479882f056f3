package io.github.tagsmith.classic.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.dump.CardFacts;
import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample into every format that can hold it, and back; those not copied here where {@code tagsmith.shared} has them. */
class RoundTripTest {

    private static final List<String> NO_DUMPS = List.of(
            "index.json",
            "made-mixed.keys",
            "mct-example-key-table.txt",
            "s20-empty-key.bin",
            "pm3-mfc-default-excerpt.dic");

    static Stream<Path> samples() throws IOException {
        Path own = Path.of(System.getProperty("tagsmith.root", ".."), "mifare-classic/src/test/resources/samples");
        Path shared = Path.of(System.getProperty("tagsmith.shared", "shared"), "samples", "classic");
        Path folder = Files.isDirectory(shared) ? shared : own;
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !NO_DUMPS.contains(file.getFileName().toString())).sorted().toList().stream();
        }
    }

    private static Bytes content(Path file) {
        try {
            return Bytes.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void everyFormatGivesTheSampleBack(Path file) throws NfcException {
        Dump dump = DumpFormats.read(content(file));
        for (DumpFormat format : DumpFormats.all()) {
            if (format.canHold(dump.type())) {
                DumpFormat.Encoded written = Conversion.write(dump, format);
                assertEquals(
                        format.id(), DumpFormats.recognise(written.content()).id());
                Dump read = DumpFormats.read(written.content());
                assertEquals(dump.type(), read.type(), format.id());
                assertKept(dump, read, format.id());
                if (written.losses().isEmpty()) {
                    assertEquals(dump.blocks(), read.blocks(), format.id());
                    CardFacts before = CardFacts.of(dump);
                    assertEquals(before, CardFacts.of(read), format.id());
                    assertEquals(dump.identity().ats(), read.identity().ats(), format.id());
                }
            }
        }
    }

    private static void assertKept(Dump dump, Dump read, String format) {
        for (int i = 0; i < dump.blocks().size(); i++) {
            BlockContent before = dump.blocks().get(i);
            BlockContent after = read.blocks().get(i);
            for (int at = 0; at < ClassicType.BLOCK_LENGTH; at++) {
                int offset = at;
                before.part(at, 1)
                        .ifPresent(known ->
                                assertEquals(known, after.part(offset, 1).orElseThrow(), format));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void hiddenSectorsAreSaidToBeLeftOut(Path file) throws NfcException {
        Dump dump = DumpFormats.read(content(file));
        if (dump.type() == ClassicType.K1_EV1_HIDDEN) {
            for (String id : List.of("nfc", "chameleon")) {
                DumpFormat.Encoded written =
                        Conversion.write(dump, DumpFormats.ofId(id).orElseThrow());
                assertTrue(written.losses().get(0).contains("hidden sectors"));
                assertEquals(ClassicType.K1, DumpFormats.read(written.content()).type());
            }
        }
    }
}
