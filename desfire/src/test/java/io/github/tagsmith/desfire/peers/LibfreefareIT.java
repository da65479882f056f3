package io.github.tagsmith.desfire.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.testing.OtherProgram;
import io.github.tagsmith.core.testing.SerialPn532;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.CardGeneration;
import io.github.tagsmith.desfire.picc.DesfirePicc;
import io.github.tagsmith.desfire.picc.FactoryCards;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** libfreefare's programs and library at the software card, in native frames, through a PN532 on a serial line. */
class LibfreefareIT {

    private static final Bytes UID = Bytes.fromHex("04112233445566");
    private static final PeerScript LIBRARY = new PeerScript(
            "libfreefare_client.py",
            "import ctypes; ctypes.CDLL('libfreefare.so.0'); ctypes.CDLL('libnfc.so.6')",
            "libfreefare0");

    @TempDir
    Path folder;

    private final DesfirePicc card =
            new DesfirePicc(FactoryCards.delivered(CardGeneration.EV1, UID), RandomSource.secure());

    private static Map<String, String> device(SerialPn532 chip) {
        return Map.of("LIBNFC_DEVICE", chip.connectionString());
    }

    private String run(String program, String... arguments) throws Exception {
        try (SerialPn532 chip = SerialPn532.open(card)) {
            return new OtherProgram(program, "libfreefare-bin", device(chip)).run(arguments);
        }
    }

    @Test
    void infoReadsIt() throws Exception {
        String said = run("mifare-desfire-info").replaceAll(" +", " ");
        assertTrue(said.contains("UID: 0x04112233445566"), said);
        assertTrue(said.contains("Version: 1.4"), said);
        assertTrue(said.contains("Free memory: 8192 bytes"), said);
    }

    @Test
    void programsFormatWriteAndReadNdef() throws Exception {
        Bytes message = Bytes.fromHex("D101085402656E48656C6C6F");
        Path in = folder.resolve("in.ndef");
        Path out = folder.resolve("out.ndef");
        Files.write(in, message.toArray());
        run("mifare-desfire-format", "-y");
        run("mifare-desfire-create-ndef", "-y");
        run("mifare-desfire-write-ndef", "-y", "-i", in.toString());
        run("mifare-desfire-read-ndef", "-y", "-o", out.toString());
        assertEquals(message, Bytes.of(Files.readAllBytes(out)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"d40", "iso-2k3des", "iso-3k3des", "aes"})
    void theLibraryAgrees(String method) throws Exception {
        try (SerialPn532 chip = SerialPn532.open(card)) {
            String said = LIBRARY.run(device(chip), method);
            assertTrue(said.endsWith("agreed\n"), said);
        }
    }
}
