package io.github.tagsmith.cli;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.script.Place;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.cli.terminal.Terminal;
import io.github.tagsmith.core.error.NfcException;
import java.util.Optional;

/** What comes after a command has run. */
final class CallEnd {

    private CallEnd() {}

    /** A line of a script that ends with another status than 0 is named, even where its output says everything else. */
    static void nameUnexplained(Terminal terminal, Optional<Place> place, int status) {
        if (status != ExitCode.OK.status()) {
            place.ifPresent(where -> terminal.err().println("tagsmith: " + where + ": exit status " + status));
        }
    }

    /** The status of a command, unless what comes after it fails. */
    static int status(CommandContext context, int status) {
        try {
            context.close();
            return status;
        } catch (NfcException e) {
            context.terminal().err().println("tagsmith: " + e.getMessage());
            return status == ExitCode.OK.status() ? ExitCode.of(e.kind()).status() : status;
        }
    }
}
