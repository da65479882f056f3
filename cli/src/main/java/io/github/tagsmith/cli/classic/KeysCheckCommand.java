package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.keys.KeyMap;
import io.github.tagsmith.classic.keys.KeySearch;
import io.github.tagsmith.classic.keys.KeysFound;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.command.ProgressLine;
import io.github.tagsmith.cli.input.KeyMemory;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.contactless.KeyType;
import io.github.tagsmith.core.error.NfcException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code classic keys check}. */
@Command(
        name = "check",
        description = {
            "Find the keys of a card, with the well-known ones, those you give, and those"
                    + " that this card had before."
        },
        footer = {
            "%nExamples:",
            "  tagsmith classic keys check -k my.keys",
            "  tagsmith classic keys check --nonces nonces.log -k my.keys"
        })
public final class KeysCheckCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private KeyOptions keys = new KeyOptions();

    @Mixin
    private CardTypeOption size = new CardTypeOption();

    @Mixin
    private SectorOption wanted = new SectorOption();

    @Option(
            names = "--nonces",
            paramLabel = "FILE",
            description =
                    "No card: say which of the keys a reader used, from recorded authentications, one a line: uid nt nr"
                            + " ar [sector] [A|B] in hex, nt in braces where it was sent encrypted, or a Flipper's nonce"
                            + " log. Exit status 5: no key fits any; 6: some are"
                            + " left without a key.")
    @Nullable
    private Path nonces;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The same as --nonces FILE.")
    @Nullable
    private Path recorded;

    /**
     * The command.
     *
     * @param context what it works with
     */
    public KeysCheckCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        Path log = nonces != null ? nonces : recorded;
        if (log != null) {
            return new TraceCheck(context, log, "classic keys check").run(keys.search(context));
        }
        List<ClassicKey> given = keys.search(context);
        try (TargetCard card = TargetCard.open(context, size);
                CallOff callOff = new CallOff(context, "showing what was found")) {
            KeyMemory memory = card.memory(keys.remembering());
            List<ClassicKey> tried = card.tried(given, memory);
            List<SectorNo> sectors = wanted.of(card.type());
            ProgressLine shown = context.progress("keys tried");
            KeysFound found = new KeySearch(
                            card.access(),
                            sectors,
                            (map, left) -> shown.accept(tried.size() - left, tried.size()),
                            callOff.cancellation())
                    .search(memory.keysOf(card.uid()), tried);
            card.remember(memory, sectors, found);
            context.output().show(report(card, sectors, found));
            found.interruption().ifPresent(why -> context.output().note("tagsmith: " + why.getMessage()));
            return outcome(found.keys().size(), 2 * sectors.size()).status();
        }
    }

    private static ExitCode outcome(int found, int wanted) {
        if (found == 0) {
            return ExitCode.AUTHENTICATION;
        }
        return found == wanted ? ExitCode.OK : ExitCode.PARTIAL;
    }

    private static Fields report(TargetCard card, List<SectorNo> sectors, KeysFound result) {
        KeyMap found = result.keys();
        Fields fields = new Fields("classic keys check").with("card", card.json());
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (SectorNo sector : sectors) {
            String keyA = hex(found, sector, KeyType.A);
            String keyB = hex(found, sector, KeyType.B);
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("sector", sector.value());
            row.put("keyA", keyA);
            row.put("keyB", keyB);
            rows.add(row);
            fields.line(String.format("sector %2d  A %-12s  B %s", sector.value(), orUnknown(keyA), orUnknown(keyB)));
        }
        return fields.with("sectors", rows)
                .with("interrupted", result.interruption().isPresent())
                .with("apdus", card.exchanges())
                .line(found.size() + " of " + 2 * sectors.size() + " keys found in " + card.exchanges() + " exchanges");
    }

    private static @Nullable String hex(KeyMap found, SectorNo sector, KeyType type) {
        return found.get(sector, type).map(key -> key.reveal().toHex()).orElse(null);
    }

    private static String orUnknown(@Nullable String key) {
        return key == null ? "unknown" : key;
    }
}
