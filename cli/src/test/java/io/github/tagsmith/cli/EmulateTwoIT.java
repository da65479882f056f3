package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.Program.Run;
import io.github.tagsmith.core.testing.PcscDaemon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two cards at once, each in a process of its own, in both readers of the service; what is written is in the file at once. */
@ExtendWith(PcscDaemon.class)
class EmulateTwoIT {

    private static final String FIRST = "Virtual PCD 00 00";
    private static final String SECOND = "Virtual PCD 00 01";

    private final Program program = Program.withPcsc();

    @TempDir
    private Path folder;

    private Process evThree;
    private Process ntag;

    @BeforeEach
    void putBothIn() throws IOException {
        evThree = emulate("desfire-ev3@" + folder.resolve("card.json"), PcscDaemon.FIRST_PORT);
        ntag = emulate("ntag424", PcscDaemon.SECOND_PORT);
    }

    @AfterEach
    void takeBothOut() throws InterruptedException {
        for (Process emulation : List.of(evThree, ntag)) {
            emulation.destroy();
            assertTrue(emulation.waitFor(20, TimeUnit.SECONDS), "emulate does not end when it is told to");
        }
    }

    private Process emulate(String card, int port) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.github.tagsmith.cli.Main",
                        "emulate",
                        card,
                        "--vpcd",
                        "127.0.0.1:" + port))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(port + ".log").toFile())
                .start();
    }

    private Run at(String reader, Object... command) {
        Object[] all = new Object[command.length + 4];
        all[0] = "--wait";
        all[1] = "15";
        all[2] = "-r";
        all[3] = reader;
        System.arraycopy(command, 0, all, 4, command.length);
        return program.run(all);
    }

    @Test
    void eachIsItself() throws IOException {
        Run first = at(FIRST, "desfire", "app", "create", "112233", "--keys", "1", "--algorithm", "aes");
        assertEquals(0, first.exit(), first.err());
        assertTrue(Files.readString(folder.resolve("card.json")).contains("\"112233\""), "saved before the answer");
        Run second = at(SECOND, "desfire", "file", "read", "2", "--length", "2", "--app-name", "ndef");
        assertEquals("0000", second.out().strip(), second.err());
        Run again = at(FIRST, "desfire", "app", "list");
        assertTrue(again.out().contains("112233"), again.out() + again.err());
    }
}
