package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.picc.ClassicImage;
import io.github.tagsmith.classic.picc.ClassicPicc;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.testing.PcscDaemon;
import io.github.tagsmith.core.testing.VpcdCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C while the card has not answered yet. */
@ExtendWith(PcscDaemon.class)
class InterruptedCommandIT {

    private static final String READER = "Virtual PCD 00 00";
    private static final int SECONDS = 30;

    @TempDir
    private Path folder;

    /** Ends the command while its card makes it wait for the answer to a read. */
    private void interrupted(DisturbedCard card, int reads, String... command) throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        card.disturb(() -> {
            waiting.countDown();
            return happens(told);
        });
        try (VpcdCard offered = VpcdCard.present(card, PcscDaemon.FIRST_PORT)) {
            Objects.requireNonNull(offered);
            Process process = start(command);
            assertTrue(happens(waiting), this::log);
            process.destroy();
            assertTrue(saysThatItStops(), this::log);
            told.countDown();
            assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS), this::log);
            assertEquals(6, process.exitValue(), this::log);
            assertEquals(reads, card.reads(), "the read that was under way was the last");
            assertEquals(0, Program.withPcsc().run("-r", READER, "info").exit(), "the reader is left usable");
        }
    }

    @Test
    void whatADumpHasReadIsWritten() throws Exception {
        ClassicImage image = ClassicImage.delivered(ClassicType.K1, Bytes.fromHex("01020304"));
        DisturbedCard card = new DisturbedCard(new ClassicPicc(image), 30);
        Path file = folder.resolve("partial.eml");
        interrupted(card, 30, "dump", "--no-memory", "-o", file.toString());
        List<String> lines = Files.readAllLines(file);
        assertEquals(64, lines.size());
        assertEquals(image.bytes().slice(0, 16).toHex(), lines.get(0));
        assertEquals("?".repeat(32), lines.get(63));
        assertTrue(log().contains("partial dump"), this::log);
    }

    @Test
    void keysThatWereFoundAreShown() throws Exception {
        ClassicImage image = ClassicImage.delivered(ClassicType.K1, Bytes.fromHex("01020304"));
        interrupted(new DisturbedCard(new ClassicPicc(image), 5), 5, "keys", "check", "--no-memory", "--json");
        assertTrue(log().contains("{\"sector\":4,\"keyA\":\"FFFFFFFFFFFF\",\"keyB\":\"FFFFFFFFFFFF\"}"), this::log);
        assertTrue(log().contains("{\"sector\":5,\"keyA\":null,\"keyB\":null}"), this::log);
        assertTrue(log().contains("\"interrupted\":true"), this::log);
    }

    /** The blank card is read first, 64 blocks; then every block is read back as soon as it is written. */
    @Test
    void blocksThatWereRestoredAreReported() throws Exception {
        ClassicImage blank = ClassicImage.delivered(ClassicType.K1, Bytes.fromHex("01020304"));
        Path file = folder.resolve("wanted.mfd");
        Bytes wanted = blank.with(new BlockNo(1), Bytes.repeat(16, 1))
                .with(new BlockNo(2), Bytes.repeat(16, 2))
                .with(new BlockNo(4), Bytes.repeat(16, 4))
                .bytes();
        Files.write(file, wanted.toArray());
        ClassicPicc picc = new ClassicPicc(blank);
        interrupted(new DisturbedCard(picc, 66), 66, "restore", file.toString(), "--no-memory", "--json");
        assertTrue(
                log().contains("{\"block\":2,\"kind\":\"data\",\"outcome\":\"written\",\"reason\":null}"), this::log);
        assertTrue(log().contains("{\"block\":4,\"kind\":\"data\",\"outcome\":\"not-sent\","), this::log);
        assertEquals(wanted.slice(0, 64), picc.image().bytes().slice(0, 64));
        assertEquals(blank.block(new BlockNo(4)), picc.image().block(new BlockNo(4)));
    }

    /** A termination signal runs the same code as the one of Ctrl-C, and cannot be ignored by a parent in the background. */
    private Process start(String... command) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.github.tagsmith.cli.Main",
                "--wait",
                "15",
                "-r",
                READER,
                "classic"));
        line.addAll(List.of(command));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("command.log").toFile())
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
            return Files.readString(folder.resolve("command.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
