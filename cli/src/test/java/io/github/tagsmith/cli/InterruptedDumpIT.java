package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.picc.ClassicImage;
import io.github.tagsmith.classic.picc.ClassicPicc;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.testing.PcscDaemon;
import io.github.tagsmith.core.testing.VpcdCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in the middle of a dump, while the card has not answered yet. */
@ExtendWith(PcscDaemon.class)
class InterruptedDumpIT {

    private static final String READER = "Virtual PCD 00 00";
    private static final int READS = 30;
    private static final int SECONDS = 30;

    @TempDir
    private Path folder;

    @Test
    void whatWasReadIsWrittenAndTheReaderIsLeftUsable() throws Exception {
        ClassicImage image = ClassicImage.delivered(ClassicType.K1, Bytes.fromHex("01020304"));
        DisturbedCard card = new DisturbedCard(new ClassicPicc(image), READS);
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        card.disturb(() -> {
            waiting.countDown();
            return happens(told);
        });
        Path file = folder.resolve("partial.eml");
        try (VpcdCard offered = VpcdCard.present(card, PcscDaemon.FIRST_PORT)) {
            Objects.requireNonNull(offered);
            Process dump = start(file);
            assertTrue(happens(waiting), this::log);
            dump.destroy();
            assertTrue(saysThatItStops(), this::log);
            told.countDown();
            assertTrue(dump.waitFor(SECONDS, TimeUnit.SECONDS), this::log);
            assertEquals(128 + 15, dump.exitValue(), this::log);
            assertEquals(READS, card.reads(), "the read that was under way was the last");
            assertEquals(0, Program.withPcsc().run("-r", READER, "info").exit());
        }
        List<String> lines = Files.readAllLines(file);
        assertEquals(64, lines.size());
        assertEquals(image.bytes().slice(0, 16).toHex(), lines.get(0));
        assertEquals("?".repeat(32), lines.get(63));
        assertTrue(log().contains("partial dump"), this::log);
    }

    /** A termination signal runs the same code as the one of Ctrl-C, and cannot be ignored by a parent in the background. */
    private Process start(Path file) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.github.tagsmith.cli.Main",
                "--wait",
                "15",
                "-r",
                READER,
                "classic",
                "dump",
                "--no-memory",
                "-o",
                file.toString());
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("dump.log").toFile())
                .start();
    }

    private boolean saysThatItStops() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!log().contains("interrupted") && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return log().contains("interrupted");
    }

    private static boolean happens(CountDownLatch event) {
        try {
            return event.await(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("dump.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
