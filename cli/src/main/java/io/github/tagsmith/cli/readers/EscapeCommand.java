package io.github.tagsmith.cli.readers;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.ReaderSource;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.feature.Feature;
import io.github.tagsmith.core.feature.Features;
import io.github.tagsmith.core.reader.Card;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code escape}. */
@Command(
        name = "escape",
        description = "Send bytes to the reader itself, past the card (CCID escape).",
        footer = {"%nExample:", "  tagsmith -r ACR122 escape FF00480000"})
public final class EscapeCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "HEX", arity = "1..*", description = "What the reader is given.")
    private List<String> hex = new ArrayList<>();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public EscapeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        Bytes input = Bytes.fromHex(String.join(" ", hex));
        try (ReaderSource source = context.openReaders();
                Card card = source.connectToReader()) {
            Features features = Features.of(card);
            Bytes answer = features.escape(card, input);
            long code = features.code(Feature.CCID_ESC_COMMAND).orElse(card.escapeCode());
            context.output().show(new DriverAnswer("escape", card.readerName(), code, input, answer));
            return 0;
        }
    }
}
