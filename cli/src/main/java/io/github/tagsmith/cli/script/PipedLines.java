package io.github.tagsmith.cli.script;

import io.github.tagsmith.core.error.NfcException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Lines from a program: each is run as soon as it is complete, without a prompt. */
final class PipedLines implements LineSource {

    private final BufferedReader in;

    PipedLines(BufferedReader in) {
        this.in = in;
    }

    @Override
    public Optional<String> next() {
        StringBuilder text = new StringBuilder();
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                text.append(line).append('\n');
                if (isComplete(text.toString())) {
                    return Optional.of(text.toString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }

    private static boolean isComplete(String text) {
        try {
            ScriptParser.parse(text, "", 1);
            return true;
        } catch (IncompleteScriptException e) {
            return false;
        } catch (NfcException malformed) {
            return true;
        }
    }
}
