package io.github.tagsmith.cli.readers;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.CardConnection;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.identify.CardIdentification;
import io.github.tagsmith.core.identify.SmartcardList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code info}. */
@Command(
        name = "info",
        description = "What card is this: type, UID, ATR, ATS, version.",
        footer = {"%nExample:", "  tagsmith -r virtual:classic-4k info"})
public final class InfoCommand implements Callable<Integer> {

    private final CommandContext context;

    /**
     * The command.
     *
     * @param context what it works with
     */
    public InfoCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        try (CardConnection connection = context.connect()) {
            CardIdentification card = CardIdentification.of(connection.card().atr(), connection.channel());
            List<String> listed =
                    card.listed(SmartcardList.installed(context.terminal().environment()));
            context.output()
                    .show(new InfoReport(
                            connection.card().readerName(),
                            context.dialect(connection.card().readerName()).id(),
                            card,
                            listed));
            return 0;
        }
    }
}
