package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.model.CardHolder;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.Mad;
import io.github.tagsmith.classic.model.MadAid;
import io.github.tagsmith.classic.model.MadNames;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.cli.output.Printable;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

        try (TargetCard card = TargetCard.open(context)) {
            List<ClassicKey> tried = keys.search(context);
            MadCard directory = MadCard.read(card, tried, keys.remembering());
            Mad mad = directory.mad();
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
                entry.put("name", MadNames.of(aid).orElse(null));
                entries.add(entry);
                fields.line(String.format(
                        "  sector %2d  %s%s",
                        sector.value(),
                        aid,
                        MadNames.of(aid).map(name -> "  " + name).orElse("")));
            });
            fields.with("entries", entries);
            Optional<CardHolder> holder = directory.cardHolder(tried, keys.remembering());
            show(holder, mad, fields);
            context.output().show(fields.with("apdus", card.exchanges()));
            return ExitCode.OK.status();
        }
    }

    private static void show(Optional<CardHolder> holder, Mad mad, Fields fields) {
        fields.with("cardHolder", holder.map(MadShowCommand::json).orElse(null));
        if (holder.isPresent()) {
            fields.line("card holder");
            holder.get()
                    .items()
                    .forEach(item ->
                            fields.line(String.format("  %-10s  %s", word(item.kind()), Printable.of(item.text()))));
        } else if (mad.entries().containsValue(MadAid.CARD_HOLDER)) {
            fields.line("card holder: no known key reads it");
        }
    }

    private static List<Map<String, @Nullable Object>> json(CardHolder holder) {
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        for (CardHolder.Item item : holder.items()) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("kind", item.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            json.put("text", item.text());
            json.put("hex", item.value().toHex());
            items.add(json);
        }
        return items;
    }

    private static String word(CardHolder.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
