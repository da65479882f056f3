package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.picc.ClassicImage;
import io.github.tagsmith.classic.picc.ClassicPicc;
import io.github.tagsmith.cli.Program.Run;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.testing.PcscDaemon;
import io.github.tagsmith.core.virtual.VirtualSlot;
import io.github.tagsmith.core.vpcd.VpcdLink;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A card that leaves the reader of the real service in the middle of a dump. */
@ExtendWith(PcscDaemon.class)
class CardLeavesIT {

    private static final int READS = 30;

    @TempDir
    private Path folder;

    @Test
    void whatWasReadIsWrittenAndTheRestIsUnknown() throws NfcException, IOException {
        VirtualSlot slot = new VirtualSlot();
        ClassicImage image = ClassicImage.delivered(ClassicType.K1, Bytes.fromHex("01020304"));
        DisturbedCard card = new DisturbedCard(new ClassicPicc(image), READS);
        slot.present(card);
        Path file = folder.resolve("partial.eml");
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), PcscDaemon.FIRST_PORT);
        try (VpcdLink link = VpcdLink.connect(slot, address)) {
            Runnable leave = link::close;
            card.disturb(() -> {
                leave.run();
                return false;
            });
            Thread served = new Thread(() -> serve(link), "leaving card");
            served.setDaemon(true);
            served.start();
            Run run = Program.withPcsc().run("--wait", "15", "-r", "Virtual PCD 00 00", "classic", "dump", "-o", file);
            assertEquals(6, run.exit(), run.err());
            assertTrue(run.err().contains("partial dump"), run.err());
            assertFalse(run.hasStackTrace());
        }
        List<String> lines = Files.readAllLines(file);
        assertEquals(64, lines.size());
        assertEquals(image.bytes().slice(0, 16).toHex(), lines.get(0));
        assertEquals("?".repeat(32), lines.get(63));
    }

    private static void serve(VpcdLink link) {
        try {
            link.run();
        } catch (NfcException e) {
            throw new IllegalStateException(e);
        }
    }
}
