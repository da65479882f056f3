package io.github.tagsmith.cli.readers;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.CardConnection;
import io.github.tagsmith.cli.output.Report;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.Disposition;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code reset}. */
@Command(
        name = "reset",
        description = "Start the card anew: selections and authentications are gone; SCardReconnect.",
        footer = {"%nExample:", "  tagsmith reset --cold"})
public final class ResetCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(names = "--cold", description = "Switch its power off and on, instead of a warm reset.")
    private boolean cold;

    /**
     * The command.
     *
     * @param context what it works with
     */
    public ResetCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        Disposition how = cold ? Disposition.UNPOWER : Disposition.RESET;
        try (CardConnection connection = context.connect()) {
            Card card = connection.card();
            card.reconnect(how);
            String protocol = card.protocol().name().toLowerCase(Locale.ROOT);
            context.output().show(new ResetReport(card.readerName(), cold ? "cold" : "warm", card.atr(), protocol));
            return 0;
        }
    }

    /**
     * A card that was reset.
     *
     * @param reader its reader
     * @param kind cold or warm
     * @param atr its new ATR
     * @param protocol the protocol in use
     */
    private record ResetReport(String reader, String kind, Bytes atr, String protocol) implements Report {

        @Override
        public Map<String, @Nullable Object> json() {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("command", "reset");
            json.put("reader", reader);
            json.put("reset", kind);
            json.put("atr", atr.toHex());
            json.put("protocol", protocol);
            return json;
        }

        @Override
        public void print(Consumer<String> line) {
            line.accept(kind + " reset of the card in " + reader);
            line.accept("ATR " + atr + ", protocol " + protocol);
        }
    }
}
