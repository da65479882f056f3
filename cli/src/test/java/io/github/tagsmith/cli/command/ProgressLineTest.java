package io.github.tagsmith.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private long now;
    private final ProgressLine line = new ProgressLine(
            Optional.of(new PrintStream(shown, true, StandardCharsets.UTF_8)), "blocks read", () -> now);

    private String after(Duration time, int done, int all, int tried, int keys) {
        now = time.toNanos();
        shown.reset();
        line.at(done, all, tried, keys);
        return shown.toString(StandardCharsets.UTF_8).replace("\r", "<").replace("\u001b[K", ">");
    }

    @Test
    void remainingTimeIsSaidOnceItCanBeTold() {
        assertEquals("<blocks read 1/64>", after(Duration.ofSeconds(1), 1, 64, 0, 0));
        assertEquals("<blocks read 16/64, about 30 s left>", after(Duration.ofSeconds(10), 16, 64, 0, 0));
        assertEquals("<>", after(Duration.ofSeconds(40), 64, 64, 0, 0));
    }

    @Test
    void longKeyListDecidesOnceItsKeysGoBy() {
        assertEquals(
                "<blocks read 60/64, keys tried 251/2510, about 9 min left>",
                after(Duration.ofSeconds(60), 60, 64, 251, 2510));
    }

    @Test
    void nothingIsShownOnceTheProcessEnds() {
        assertEquals("<blocks read 1/64>", after(Duration.ofSeconds(1), 1, 64, 0, 0));
        shown.reset();
        line.leave();
        assertEquals("\r\u001b[K", shown.toString(StandardCharsets.UTF_8));
        assertEquals("", after(Duration.ofSeconds(1), 2, 64, 0, 0));
    }

    @Test
    void lineOfWorkThatEndsBeforeItsTimeIsTakenAway() {
        after(Duration.ofSeconds(1), 1, 64, 0, 0);
        shown.reset();
        line.clear();
        line.clear();
        assertEquals("\r\u001b[K", shown.toString(StandardCharsets.UTF_8));
        after(Duration.ofSeconds(1), 64, 64, 0, 0);
        shown.reset();
        line.clear();
        assertEquals("", shown.toString(StandardCharsets.UTF_8));
    }
}
