package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.testing.PcscDaemon;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A card behind the real service that goes and comes as it is told, by signals, and by the clock. */
@ExtendWith(PcscDaemon.class)
class EmulatePromptIT {

    private static final String READER = "Virtual PCD 00 00";
    private static final int CARD = 0;
    private static final int NO_CARD = 4;

    private final Program program = Program.withPcsc();

    @TempDir
    private Path folder;

    @Test
    void removeAndPresent() throws Exception {
        Process emulation = emulate("--prompt");
        try (Writer prompt = emulation.outputWriter()) {
            await(CARD);
            tell(prompt, "remove");
            await(NO_CARD);
            tell(prompt, "present");
            await(CARD);
            tell(prompt, "quit");
            assertTrue(emulation.waitFor(20, TimeUnit.SECONDS), log());
            assertEquals(0, emulation.exitValue(), log());
        } finally {
            end(emulation);
        }
    }

    @Test
    void signals() throws Exception {
        Process emulation = emulate();
        try {
            await(CARD);
            signal(emulation, "USR2");
            await(NO_CARD);
            signal(emulation, "USR1");
            await(CARD);
        } finally {
            end(emulation);
        }
    }

    private static void signal(Process emulation, String name) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(emulation.pid())).start();
        assertEquals(0, kill.waitFor());
    }

    @Test
    void taps() throws Exception {
        Process emulation = emulate("--tap-every", "4");
        try {
            await(CARD);
            await(NO_CARD);
            await(CARD);
        } finally {
            end(emulation);
        }
    }

    private Process emulate(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.github.tagsmith.cli.Main",
                "emulate",
                "desfire-ev2@" + folder.resolve("card.json"),
                "--vpcd",
                "127.0.0.1:" + PcscDaemon.FIRST_PORT));
        command.addAll(List.of(options));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("emulation.log").toFile())
                .start();
    }

    private static void end(Process emulation) throws InterruptedException {
        emulation.destroy();
        assertTrue(emulation.waitFor(20, TimeUnit.SECONDS), "emulate does not end when it is told to");
    }

    private static void tell(Writer prompt, String word) throws IOException {
        prompt.write(word + "\n");
        prompt.flush();
    }

    /** Until info sees the card, or no card. */
    private void await(int wanted) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(25);
        int exit = program.run("-r", READER, "info").exit();
        while (exit != wanted && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
            exit = program.run("-r", READER, "info").exit();
        }
        assertEquals(wanted, exit, log());
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("emulation.log"));
    }
}
