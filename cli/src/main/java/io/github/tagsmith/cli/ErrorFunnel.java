package io.github.tagsmith.cli;

import io.github.tagsmith.cli.output.Json;
import io.github.tagsmith.cli.script.Place;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.cli.terminal.Terminal;
import io.github.tagsmith.core.bytes.HexFormatException;
import io.github.tagsmith.core.error.NfcException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;

/** Turns an error into one sentence (or one JSON object) and an exit status. Stack traces are for bugs. */
final class ErrorFunnel {

    private final Terminal terminal;
    private final boolean json;
    private final boolean verbose;
    private final Optional<Place> place;

    ErrorFunnel(Terminal terminal, boolean json, boolean verbose) {
        this(terminal, json, verbose, Optional.empty());
    }

    /** For a line of a script, which is named in front of each sentence. */
    ErrorFunnel(Terminal terminal, boolean json, boolean verbose, Optional<Place> place) {
        this.terminal = terminal;
        this.json = json;
        this.verbose = verbose;
        this.place = place;
    }

    ExitCode report(Throwable error) {
        if (error instanceof NfcException nfc) {
            show(
                    name(nfc.kind()),
                    sentence(nfc),
                    nfc.code().isPresent() ? hex(nfc.code().getAsLong()) : null,
                    nfc.hint());
            if (verbose) {
                error.printStackTrace(terminal.err());
            }
            return ExitCode.of(nfc.kind());
        }
        if (error instanceof ParameterException usage) {
            UsageError wrong = new UsageError(usage);
            show("usage", wrong.sentence(), null, Optional.of(wrong.hint()));
            return ExitCode.USAGE;
        }
        if (error instanceof HexFormatException) {
            show("usage", sentence(error), null, Optional.empty());
            return ExitCode.USAGE;
        }
        show("bug", "this is a bug in Tagsmith: " + error, null, Optional.of("Please report it with the output of -v"));
        if (verbose) {
            error.printStackTrace(terminal.err());
        }
        return ExitCode.BUG;
    }

    private static String sentence(Throwable error) {
        String message = error.getMessage();
        return message == null ? error.getClass().getSimpleName() : message;
    }

    private static String name(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String hex(long code) {
        return String.format(code > 0xFFFF ? "%08X" : "%04X", code);
    }

    private void show(String kind, String message, @Nullable String status, Optional<String> hint) {
        if (json) {
            Map<String, @Nullable Object> error = new LinkedHashMap<>();
            error.put("kind", kind);
            error.put("message", message);
            error.put("status", status);
            error.put("hint", hint.orElse(null));
            place.ifPresent(where -> {
                error.put("script", where.script());
                error.put("line", where.line());
            });
            terminal.out().println(Json.object(Map.of("error", error)));
            return;
        }
        terminal.err().println("tagsmith: " + place.map(where -> where + ": ").orElse("") + message);
        hint.ifPresent(text -> terminal.err().println("  " + text));
    }
}
