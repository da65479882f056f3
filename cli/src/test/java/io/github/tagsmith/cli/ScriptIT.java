package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.Program.Run;
import io.github.tagsmith.cli.input.SoftwareCards;
import io.github.tagsmith.core.testing.PcscDaemon;
import io.github.tagsmith.core.testing.VpcdCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Scripts on the two readers of the real service. */
@ExtendWith(PcscDaemon.class)
class ScriptIT {

    private static final String FIRST = "Virtual PCD 00 00";
    private static final String SECOND = "Virtual PCD 00 01";

    @TempDir
    private Path folder;

    /** The session on the first reader outlives what happens on the second one. */
    @Test
    void eachReaderHasItsOwnConnection() throws Exception {
        Path trace = folder.resolve("trace.txt");
        try (VpcdCard first = VpcdCard.present(SoftwareCards.open("desfire-ev2").picc(), PcscDaemon.FIRST_PORT);
                VpcdCard second =
                        VpcdCard.present(SoftwareCards.open("classic-1k").picc(), PcscDaemon.SECOND_PORT)) {
            Objects.requireNonNull(first);
            Objects.requireNonNull(second);
            Run run = Program.withPcsc()
                    .typing("""
                        desfire app create 123456 --keys 2 --auth 0:default
                        desfire file create 1 --type std --size 4 --comm full --rights 0,0,0,0 --app 123456 --auth 0:default
                        desfire file write 1 01020304
                        info -r '%2$s'
                        desfire file read 1
                        classic read 4 -r '%2$s'
                        desfire file read 1
                        """.formatted(FIRST, SECOND))
                    .run("--wait", 15, "-r", FIRST, "--trace=" + trace, "script", "-");
            assertEquals(0, run.exit(), run.err());
            assertTrue(run.out().contains("MIFARE Classic 1K"), run.out());
            assertTrue(run.out().endsWith("01020304\n00000000000000000000000000000000\n01020304\n"), run.out());
        }
        List<String> sent = Files.readAllLines(trace);
        assertEquals(
                1,
                sent.stream()
                        .filter(line -> line.contains("AuthenticateEV2First"))
                        .count());
        assertEquals(
                1,
                sent.stream().filter(line -> line.contains("AuthenticateISO")).count());
    }

    /** A card that comes and goes by the clock. */
    @Test
    void loopTakesEachCardThatIsPresented() throws Exception {
        Process emulation = emulate("--tap-every", "4");
        try {
            Run run = Program.withPcsc().typing("""
                foreach-card --count 2
                    expect text 04DEADBEEF0080 info
                    desfire app list
                    echo card $n has the UID $uid on $reader
                end
                echo done
                """).run("-r", FIRST, "script", "-");
            assertEquals(0, run.exit(), run.err());
            assertTrue(run.out().contains("card 1 has the UID 04DEADBEEF0080 on " + FIRST), run.out());
            assertTrue(run.out().endsWith("card 2 has the UID 04DEADBEEF0080 on " + FIRST + "\ndone\n"), run.out());
        } finally {
            emulation.destroy();
            assertTrue(emulation.waitFor(20, TimeUnit.SECONDS), "emulate does not end when it is told to");
        }
    }

    /** The session is gone with the card, and the line that counts on it says so. */
    @Test
    void sessionOfACardThatWasTakenAwayIsMissed() throws Exception {
        Process emulation = emulate("--tap-every", "6");
        try {
            Run run = Program.withPcsc().typing("""
                on-error continue
                foreach-card --count 1
                    desfire key version 0 --auth 0:default
                end
                expect text card-removed watch --count 4
                expect text card-inserted watch --count 5
                desfire key version 0
                """).run("-r", FIRST, "script", "-");
            assertTrue(
                    run.err().contains("the session with key 0 of application 000000 is gone: the card was taken away"),
                    run.err() + run.out());
            assertEquals(4, run.exit(), run.err());
        } finally {
            emulation.destroy();
            assertTrue(emulation.waitFor(20, TimeUnit.SECONDS), "emulate does not end when it is told to");
        }
    }

    private Process emulate(String... options) throws IOException {
        return new ProcessBuilder(Stream.concat(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        "io.github.tagsmith.cli.Main",
                                        "emulate",
                                        "desfire-ev2",
                                        "--vpcd",
                                        "127.0.0.1:" + PcscDaemon.FIRST_PORT),
                                Stream.of(options))
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("emulation.log").toFile())
                .start();
    }
}
