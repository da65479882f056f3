package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.model.Mad;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code classic mad show}. */
@Command(
        name = "show",
        description = {"Show the application directory of a card."},
        footer = {"%nExample:", "  tagsmith classic mad show"})
public final class MadShowCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private KeyOptions keys = new KeyOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public MadShowCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {

        try (TargetCard card = TargetCard.open(context, null)) {
            Mad mad =
                    MadCard.read(card, keys.search(context), keys.remembering()).mad();
            List<Map<String, @Nullable Object>> entries = new ArrayList<>();
            Fields fields = new Fields("classic mad show")
                    .with("card", card.json())
                    .with("version", mad.version())
                    .with("crcOk", mad.crcOk())
                    .with("publisherSector", mad.first().publisherSector())
                    .line("MAD" + mad.version() + ", check bytes " + (mad.crcOk() ? "right" : "WRONG")
                            + (mad.first().publisherSector() == 0
                                    ? ""
                                    : ", card publisher in sector "
                                            + mad.first().publisherSector()));
            mad.entries().forEach((sector, aid) -> {
                Map<String, @Nullable Object> entry = new LinkedHashMap<>();
                entry.put("sector", sector.value());
                entry.put("aid", aid.toString());
                entries.add(entry);
                fields.line(String.format("  sector %2d  %s", sector.value(), aid));
            });
            context.output().show(fields.with("entries", entries).with("apdus", card.exchanges()));
            return ExitCode.OK.status();
        }
    }
}
