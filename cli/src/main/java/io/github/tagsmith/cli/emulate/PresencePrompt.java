package io.github.tagsmith.cli.emulate;

import io.github.tagsmith.cli.output.Output;
import io.github.tagsmith.core.error.NfcException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes the card away and puts it back as it is told, line by line, until {@code quit} or the end of the input. */
final class PresencePrompt {

    private static final Duration TAP = Duration.ofSeconds(1);

    private final Presence presence;
    private final BufferedReader lines;
    private final Output output;

    PresencePrompt(Presence presence, BufferedReader lines, Output output) {
        this.presence = presence;
        this.lines = lines;
        this.output = output;
    }

    void run() throws NfcException, InterruptedException {
        String line = next();
        while (line != null && !presence.isClosed() && obey(line.strip().toLowerCase(Locale.ROOT))) {
            line = next();
        }
    }

    private @Nullable String next() {
        try {
            return lines.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** False when it is over. */
    private boolean obey(String word) throws NfcException, InterruptedException {
        switch (word) {
            case "remove" -> presence.remove();
            case "present" -> presence.present();
            case "tap" -> {
                presence.present();
                presence.rest(TAP);
                presence.remove();
            }
            case "quit" -> {
                return false;
            }
            case "" -> presence.rest(Duration.ZERO);
            default -> output.note("\"" + word + "\" is none of remove, present, tap, quit");
        }
        return true;
    }
}
