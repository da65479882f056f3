package io.github.tagsmith.cli.command;

import io.github.tagsmith.cli.input.ReaderSource;
import io.github.tagsmith.cli.input.TraceOutput;
import io.github.tagsmith.cli.terminal.Terminal;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.trace.record.TextTraceWriter;
import io.github.tagsmith.core.trace.record.TraceWriter;
import io.github.tagsmith.core.trace.record.Tracer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The one trace of a command, where {@code --trace} asks for one; it begins with the first reader. */
final class CommandTrace {

    private final GlobalOptions options;
    private final Terminal terminal;
    private @Nullable Tracer tracer;

    CommandTrace(GlobalOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    void follow(ReaderSource source) throws NfcException {
        if (options.trace == null) {
            return;
        }
        Tracer known = tracer;
        if (known == null) {
            known = new Tracer(writer(options.trace), options.traceSecrets, InstantSource.system());
            tracer = known;
        }
        source.traceTo(known);
    }

    private TraceWriter writer(String where) throws NfcException {
        if (where.equals(GlobalOptions.STANDARD_ERROR)) {
            return TextTraceWriter.toTerminal(terminal.err());
        }
        Path file = Path.of(where);
        if (Files.isRegularFile(file)) {
            new Confirmation(terminal, options.yes).toWrite(file);
        }
        return TraceOutput.open(file);
    }

    void close() throws NfcException {
        if (tracer != null) {
            tracer.close();
        }
    }
}
