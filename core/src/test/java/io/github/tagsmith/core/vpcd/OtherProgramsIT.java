package io.github.tagsmith.core.vpcd;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.pcsc.PcscReaders;
import io.github.tagsmith.core.picc.HelloPicc;
import io.github.tagsmith.core.testing.OtherProgram;
import io.github.tagsmith.core.testing.PcscDaemon;
import io.github.tagsmith.core.testing.VpcdCard;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

    private static final OtherProgram SCRIPTOR = OtherProgram.of("scriptor", "pcsc-tools");
    private static final OtherProgram OPENSC_TOOL = OtherProgram.of("opensc-tool", "opensc");
    private static final OtherProgram PCSC_SCAN = OtherProgram.of("pcsc_scan", "pcsc-tools");

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
        String said = SCRIPTOR.run(List.of("-p", "T=1", "-r", READER), "reset\n" + SELECT + "\n00 00 00 00\n");
        assertTrue(said.contains("< 90 00"), said);
        assertTrue(said.replace("\n", "").contains(HELLO + " 90 00"), said);
    }

    @Test
    void openscToolTalksToIt() throws IOException, InterruptedException {
        String said = OPENSC_TOOL.run("-r", READER, "-s", SELECT.replace(" ", ":"), "-s", "00:00:00:00");
        assertTrue(said.contains("SW1=0x90, SW2=0x00"), said);
        assertTrue(said.contains(HELLO), said);
    }

    @Test
    void pcscScanListsIt() throws IOException, InterruptedException {
        String said = PCSC_SCAN.run("-n", "-c");
        assertTrue(said.contains("3B 85 80 01 48 65 6C 6C 6F"), said);
    }
}
