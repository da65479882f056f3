package io.github.tagsmith.core.vpcd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.pcsc.PcscReaders;
import io.github.tagsmith.core.picc.HelloPicc;
import io.github.tagsmith.core.testing.PcscDaemon;
import io.github.tagsmith.core.testing.VpcdCard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Programs that are not ours talk to a software card of ours through the real service: strangers to both sides. */
@ExtendWith(PcscDaemon.class)
class OtherProgramsIT {

    private static final String READER = "Virtual PCD 00 00";
    private static final String SELECT = "00 A4 04 00 0A A0 00 00 00 62 03 01 0C 06 01";
    private static final String HELLO = "48 65 6C 6C 6F 20 77 6F 72 6C 64 21";

    private VpcdCard card;

    @BeforeEach
    void putTheCardIn() throws NfcException {
        card = VpcdCard.present(new HelloPicc(), PcscDaemon.FIRST_PORT);
        try (PcscReaders readers = PcscReaders.open(Map.of())) {
            assertTrue(PcscDaemon.first(readers.list())
                    .waitForCard(Duration.ofSeconds(15))
                    .cardPresent());
        }
    }

    @AfterEach
    void takeTheCardOut() {
        card.close();
    }

    @Test
    void scriptorTalksToIt() throws IOException, InterruptedException {
        String said = run("reset\n" + SELECT + "\n00 00 00 00\n", "scriptor", "-p", "T=1", "-r", READER);
        assertTrue(said.contains("< 90 00"), said);
        assertTrue(said.replace("\n", "").contains(HELLO + " 90 00"), said);
    }

    @Test
    void openscToolTalksToIt() throws IOException, InterruptedException {
        String said = run("", "opensc-tool", "-r", READER, "-s", SELECT.replace(" ", ":"), "-s", "00:00:00:00");
        assertTrue(said.contains("SW1=0x90, SW2=0x00"), said);
        assertTrue(said.contains(HELLO), said);
    }

    @Test
    void pcscScanListsIt() throws IOException, InterruptedException {
        String said = run("", "pcsc_scan", "-n", "-c");
        assertTrue(said.contains("3B 85 80 01 48 65 6C 6C 6F"), said);
    }

    private static String run(String input, String... command) throws IOException, InterruptedException {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin", command[0])),
                "skipped: " + command[0] + " is not installed (Debian: apt install pcsc-tools opensc)");
        Process program =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        try (var in = program.outputWriter(StandardCharsets.UTF_8)) {
            in.write(input);
        }
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(program.waitFor(30, TimeUnit.SECONDS), command[0] + " does not end");
        assertEquals(0, program.exitValue(), said);
        return said;
    }
}
