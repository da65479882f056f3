package io.github.tagsmith.cli.readers;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.ReaderSource;
import io.github.tagsmith.cli.output.Report;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Reader;
import io.github.tagsmith.core.reader.ReaderStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code readers}. */
@Command(
        name = "readers",
        description = "List the readers and what is in them.",
        footer = {"%nExample:", "  tagsmith readers"})
public final class ReadersCommand implements Callable<Integer> {

    private final CommandContext context;

    /**
     * The command.
     *
     * @param context what it works with
     */
    public ReadersCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        try (ReaderSource source = context.openReaders()) {
            List<Row> rows = new ArrayList<>();
            for (Reader reader : source.list()) {
                rows.add(new Row(reader.name(), context.dialect(reader.name()).id(), reader.status()));
            }
            if (rows.isEmpty()) {
                throw new NfcException(ErrorKind.NO_READER, "the PC/SC service has no reader")
                        .withHint("Connect one; `pcsc_scan` sees what the service sees");
            }
            context.output().show(new ReadersReport(rows));
            return 0;
        }
    }

    /**
     * A reader.
     *
     * @param name its name
     * @param dialect how it is spoken to
     * @param status what is in it
     */
    private record Row(String name, String dialect, ReaderStatus status) {

        String state() {
            return !status.cardPresent() ? "empty" : status.mute() ? "mute" : "card";
        }
    }

    /**
     * All readers.
     *
     * @param rows in order
     */
    private record ReadersReport(List<Row> rows) implements Report {

        @Override
        public Map<String, @Nullable Object> json() {
            List<Map<String, @Nullable Object>> readers = new ArrayList<>();
            for (Row row : rows) {
                Map<String, @Nullable Object> reader = new LinkedHashMap<>();
                reader.put("index", readers.size());
                reader.put("name", row.name());
                reader.put("dialect", row.dialect());
                reader.put("state", row.state());
                reader.put("inUse", row.status().inUse());
                reader.put("exclusive", row.status().exclusive());
                reader.put(
                        "atr",
                        row.status().atr().isEmpty() ? null : row.status().atr().toHex());
                readers.add(reader);
            }
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("command", "readers");
            json.put("readers", readers);
            return json;
        }

        @Override
        public void print(Consumer<String> line) {
            for (int i = 0; i < rows.size(); i++) {
                Row row = rows.get(i);
                line.accept(i + ": " + row.name());
                line.accept("   " + row.state()
                        + (row.status().exclusive()
                                ? ", in exclusive use"
                                : row.status().inUse() ? ", in use" : "")
                        + (row.status().atr().isEmpty()
                                ? ""
                                : ", ATR " + row.status().atr())
                        + ", dialect " + row.dialect());
            }
        }
    }
}
