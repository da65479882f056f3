package io.github.tagsmith.classic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.picc.ClassicImage;
import io.github.tagsmith.classic.picc.ClassicPicc;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.testing.OtherProgram;
import io.github.tagsmith.core.testing.SerialPn532;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** libnfc's and libfreefare's programs at a software card, which they reach as a PN532 on a serial line. */
class LibnfcIT {

    private static final Bytes UID = Bytes.fromHex("DEADBEEF");
    private static final Bytes MESSAGE = Bytes.fromHex("D101085402656E48656C6C6F");

    private static final int BLOCK_LENGTH = 16;
    private static final Bytes KEY_MASK = Bytes.zeros(6);

    @TempDir
    Path folder;

    private final ClassicPicc card = new ClassicPicc(ClassicImage.delivered(ClassicType.K1, UID));

    private String run(String program, String debianPackage, String... arguments)
            throws IOException, InterruptedException {
        try (SerialPn532 chip = SerialPn532.open(card)) {
            return OtherProgram.of(program, debianPackage)
                    .with("LIBNFC_DEVICE", chip.connectionString())
                    .run(arguments);
        }
    }

    @Test
    void nfcListSeesIt() throws Exception {
        String said = run("nfc-list", "libnfc-bin").replace(" ", "");
        assertTrue(said.contains("UID(NFCID1):deadbeef"), said);
        assertTrue(said.contains("SAK(SEL_RES):08"), said);
    }

    /** It sends its frames itself: request, anticollision, selection and halt. */
    @Test
    void nfcAnticolSelectsItFrameByFrame() throws Exception {
        String said = run("nfc-anticol", "libnfc-examples").replace(" ", "");
        assertTrue(said.contains("UID:deadbeef"), said);
        assertTrue(said.contains("SAK:08"), said);
    }

    @Test
    void nfcMfclassicDumpsIt() throws Exception {
        Path dump = folder.resolve("dump.mfd");
        run("nfc-mfclassic", "libnfc-bin", "r", "a", "u", dump.toString());
        assertEquals(withoutKeys(card.image().bytes()), withoutKeys(Bytes.of(Files.readAllBytes(dump))));
    }

    /** The program writes its own idea of key B into a dump, not what the card says. */
    private static Bytes withoutKeys(Bytes image) {
        Bytes masked = image;
        for (SectorNo sector : ClassicType.K1.sectors()) {
            int trailer = sector.trailer().value() * BLOCK_LENGTH;
            masked = masked.with(trailer, KEY_MASK).with(trailer + BLOCK_LENGTH - KEY_MASK.length(), KEY_MASK);
        }
        return masked;
    }

    @Test
    void libfreefareFormatsWritesAndReadsNdef() throws Exception {
        Path in = folder.resolve("in.ndef");
        Path out = folder.resolve("out.ndef");
        Files.write(in, MESSAGE.toArray());
        run("mifare-classic-format", "libfreefare-bin", "-y");
        run("mifare-classic-write-ndef", "libfreefare-bin", "-y", "-i", in.toString());
        run("mifare-classic-read-ndef", "libfreefare-bin", "-y", "-o", out.toString());
        assertEquals(MESSAGE, Bytes.of(Files.readAllBytes(out)));
    }
}
