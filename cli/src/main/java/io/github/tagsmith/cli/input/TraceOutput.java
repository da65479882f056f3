package io.github.tagsmith.cli.input;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.trace.record.PcapngTraceWriter;
import io.github.tagsmith.core.trace.record.TextTraceWriter;
import io.github.tagsmith.core.trace.record.TraceWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The file that a trace goes to: a capture if its name ends in {@code .pcapng}, else text. */
public final class TraceOutput {

    private static final String CAPTURE = ".pcapng";

    private TraceOutput() {}

    /**
     * Begins a trace; what stood in the file is lost.
     *
     * @param file the file, or a named pipe
     * @return the writer, to be closed
     * @throws NfcException {@code FILE} if it cannot be written
     */
    public static TraceWriter open(Path file) throws NfcException {
        try {
            OutputStream out = Files.newOutputStream(file);
            return file.toString().toLowerCase(Locale.ROOT).endsWith(CAPTURE)
                    ? new PcapngTraceWriter(out)
                    : TextTraceWriter.toFile(out);
        } catch (IOException e) {
            throw new NfcException(ErrorKind.FILE, "cannot write the trace " + file + ": " + FileContent.reason(e))
                    .withCause(e);
        }
    }
}
