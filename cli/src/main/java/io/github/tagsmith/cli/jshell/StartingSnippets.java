package io.github.tagsmith.cli.jshell;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What every shell begins with: imports, {@code reader}, {@code card}, {@code hex}. */
final class StartingSnippets {

    private StartingSnippets() {}

    /** A snippet a line. */
    static String text() throws NfcException {
        try (InputStream in = Objects.requireNonNull(StartingSnippets.class.getResourceAsStream("start.jsh"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new NfcException(ErrorKind.FILE, "this program is not complete: start.jsh cannot be read")
                    .withCause(e);
        }
    }
}
