package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.tagsmith.cli.Program.Run;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of 100 MB where a small one is expected: refused, and not taken into memory for that. */
class HugeFileTest {

    private static final long SIZE = 100L << 20;
    private static final long MOST_MEMORY = 80L << 20;

    @TempDir
    private Path folder;

    private final Program program = new Program();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "classic show FILE",
                "classic convert FILE OUT",
                "classic diff FILE FILE",
                "classic keys check --nonces FILE",
                "-r virtual:classic-mini classic restore FILE",
                "-r virtual:classic-mini classic keys check -k FILE",
                "-r virtual:classic-mini classic read 4 --key @FILE",
                "-r virtual:FILE info"
            })
    void isRefused(String command) throws IOException {
        for (String head :
                new String[] {"", "{", "+Sector: 0\n", "Filetype: Flipper NFC device\n", "FF".repeat(16) + "\n"}) {
            Path file = folder.resolve("huge.mfd");
            Files.writeString(file, head, StandardCharsets.US_ASCII);
            try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
                huge.setLength(SIZE);
            }
            ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = thread.getCurrentThreadAllocatedBytes();
            Run run = program.runLine(command.replace("FILE", file.toString())
                    .replace("OUT", folder.resolve("out.eml").toString()));
            long allocated = thread.getCurrentThreadAllocatedBytes() - before;
            assertEquals(8, run.exit(), run.out() + run.err());
            assertTrue(run.err().contains("huge.mfd") && run.err().contains("offset"), run.err());
            assertFalse(run.hasStackTrace());
            assertTrue(allocated < MOST_MEMORY, command + " took " + allocated + " bytes");
        }
    }
}
