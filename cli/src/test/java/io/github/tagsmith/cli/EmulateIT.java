package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tagsmith.cli.Program.Run;
import io.github.tagsmith.core.testing.PcscDaemon;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The main job, end to end: a software card behind the real service, in a process of its own, dumped by our command line. */
@ExtendWith(PcscDaemon.class)
class EmulateIT {

    private static final String READER = "Virtual PCD 00 00";

    private final Program program = Program.withPcsc();

    @TempDir
    private Path folder;

    private Process emulation;

    @BeforeEach
    void putTheCardIn() throws IOException {
        emulation = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.github.tagsmith.cli.Main",
                        "emulate",
                        Program.sample("made-ndef-uri-1k.mfd").toString(),
                        "--vpcd",
                        "127.0.0.1:" + PcscDaemon.FIRST_PORT))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("emulation.log").toFile())
                .start();
    }

    @AfterEach
    void takeTheCardOut() throws InterruptedException {
        emulation.destroy();
        assertTrue(emulation.waitFor(20, TimeUnit.SECONDS), "emulate does not end when it is told to");
    }

    @Test
    void dumpThroughTheServiceEqualsTheImage() throws IOException {
        Path file = folder.resolve("y.mfd");
        Run run = program.run("--wait", "15", "-r", READER, "classic", "dump", "-o", file);
        assertEquals(0, run.exit(), run.err() + emulationLog());
        assertArrayEquals(Files.readAllBytes(Program.sample("made-ndef-uri-1k.mfd")), Files.readAllBytes(file));
    }

    @Test
    void cardIsGoneWhenTheEmulationEnds() throws Exception {
        assertEquals(0, program.run("--wait", "15", "-r", READER, "info").exit(), emulationLog());
        takeTheCardOut();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        Run run = program.run("-r", READER, "info");
        while (run.exit() == 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(200);
            run = program.run("-r", READER, "info");
        }
        assertEquals(4, run.exit(), run.err());
        assertFalse(run.hasStackTrace());
        assertFalse(emulationLog().contains("\tat "), emulationLog());
    }

    @Test
    void pcscScanSeesTheCard() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/pcsc_scan")),
                "skipped: pcsc_scan is not installed (Debian: apt install pcsc-tools)");
        assertEquals(0, program.run("--wait", "15", "-r", READER, "info").exit(), emulationLog());
        Process scan = new ProcessBuilder("/usr/bin/pcsc_scan", "-n", "-c")
                .redirectErrorStream(true)
                .start();
        String seen = new String(scan.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        scan.waitFor(10, TimeUnit.SECONDS);
        assertTrue(seen.contains("3B 8F 80 01 80 4F 0C A0 00 00 03 06 03 00 01 00 00 00 00 6A"), seen);
    }

    private String emulationLog() throws IOException {
        return Files.readString(folder.resolve("emulation.log"));
    }
}
