package io.github.tagsmith.desfire.picc;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.pcsc.PcscReaders;
import io.github.tagsmith.core.testing.OtherProgram;
import io.github.tagsmith.core.testing.PcscDaemon;
import io.github.tagsmith.core.testing.VpcdCard;
import io.github.tagsmith.desfire.model.CardGeneration;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Programs of the smart card world talk to the card through the real PC/SC service. */
@ExtendWith(PcscDaemon.class)
class OtherProgramsIT {

    private static final String READER = "Virtual PCD 00 00";
    private static final OtherProgram SCRIPTOR = OtherProgram.of("scriptor", "pcsc-tools");
    private static final OtherProgram OPENSC_TOOL = OtherProgram.of("opensc-tool", "opensc");

    private VpcdCard card;

    @BeforeEach
    void putTheCardIn() throws NfcException {
        card = VpcdCard.present(Reader.of(CardGeneration.EV3).card(), PcscDaemon.FIRST_PORT);
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

    /** Creates an application and a file, writes and reads. */
    @Test
    void scriptorTalksToIt() throws IOException, InterruptedException {
        String commands = """
                reset
                90 60 00 00 00
                90 AF 00 00 00
                90 AF 00 00 00
                90 CA 00 00 05 01 00 00 0F 81 00
                90 5A 00 00 03 01 00 00 00
                90 CD 00 00 07 00 00 EE EE 20 00 00 00
                90 3D 00 00 0B 00 00 00 00 04 00 00 CA FE BA BE 00
                90 BD 00 00 07 00 00 00 00 06 00 00 00
                """;
        String said = SCRIPTOR.run(List.of("-p", "T=1", "-r", READER), commands).replace("\n", "");
        assertTrue(said.contains("04 01 01 33 00 1A 05 91 AF"), said);
        assertTrue(said.contains("CA FE BA BE 00 00 91 00"), said);
    }

    @Test
    void openscToolTalksToIt() throws IOException, InterruptedException {
        String said =
                OPENSC_TOOL.run("-r", READER, "-s", "90:60:00:00:00", "-s", "00:A4:04:00:07:D2:76:00:00:85:01:00");
        assertTrue(said.contains("SW1=0x91, SW2=0xAF"), said);
        assertTrue(said.contains("04 01 01 33 00 1A 05"), said);
        assertTrue(said.contains("SW1=0x90, SW2=0x00"), said);
    }
}
