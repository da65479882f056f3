package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.picc.ClassicImage;
import io.github.tagsmith.classic.picc.ClassicPicc;
import io.github.tagsmith.cli.Program.Run;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.testing.PcscDaemon;
import io.github.tagsmith.core.testing.VpcdCard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A whole 4K card, written through the real service and read back. */
@ExtendWith(PcscDaemon.class)
class ClassicRestoreIT {

    private static final String READER = "Virtual PCD 00 00";

    private final Program program = Program.withPcsc();

    @TempDir
    private Path folder;

    @Test
    void blankCardBecomesTheSourceButForBlock0() throws Exception {
        Path source = Program.sample("made-ndef-4k-mad2-long.eml");
        Path back = folder.resolve("back.eml");
        ClassicImage blank = ClassicImage.delivered(ClassicType.K4, Bytes.fromHex("01020304"));
        try (VpcdCard offered = VpcdCard.present(new ClassicPicc(blank), PcscDaemon.FIRST_PORT)) {
            Objects.requireNonNull(offered);
            Run restored =
                    program.run("--wait", "15", "-y", "-r", READER, "classic", "restore", source, "--with-trailers");
            assertEquals(0, restored.exit(), restored.out() + restored.err());
            Run dumped = program.run("-r", READER, "classic", "dump", "-o", back);
            assertEquals(0, dumped.exit(), dumped.err());
        }
        List<String> expected = lines(source);
        List<String> found = lines(back);
        assertEquals(blank.bytes().slice(0, 16).toHex(), found.get(0));
        assertEquals(expected.subList(1, 256), found.subList(1, found.size()));
    }

    private static List<String> lines(Path file) throws Exception {
        return Files.readString(file).toUpperCase(Locale.ROOT).lines().toList();
    }
}
