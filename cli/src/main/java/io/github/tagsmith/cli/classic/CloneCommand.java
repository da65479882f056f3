package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.plan.WritePlan;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code classic clone}. */
@Command(
        name = "clone",
        description = {
            "Read one card and write it to another: dump and restore in one go.",
            "The source is on the reader of --from, the target on that of -r; without",
            "--from both come to the same reader, and you are asked to change them."
        },
        footer = {
            "%nExamples:",
            "  tagsmith -r 0 classic clone --from 1 --dry-run",
            "  tagsmith classic clone --with-trailers -k my.keys",
            "  tagsmith classic clone --from virtual:card.mfd --with-block0"
        })
public final class CloneCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(names = "--from", paramLabel = "SPEC", description = "The reader with the source, as for -r.")
    @Nullable
    private String from;

    @Mixin
    private KeyOptions keys = new KeyOptions();

    @Mixin
    private WriteOptions options = new WriteOptions();

    @Mixin
    private RestoreOptions what = new RestoreOptions();

    @Mixin
    private CardTypeOption size = new CardTypeOption();

    /** What was read, and of which card. */
    private record Source(Map<String, @Nullable Object> card, Bytes uid, Dump dump) {}

    /**
     * The command.
     *
     * @param context what it works with
     */
    public CloneCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        List<ClassicKey> tried = keys.search(context);
        Source source = read(tried);
        if (from == null) {
            change(source);
        }
        try (TargetCard card = TargetCard.open(context, size)) {
            if (from == null && card.uid().equals(source.uid())) {
                context.confirmation().to("The card has the UID of the one that was read. Is it another card?");
            }
            WritePlan plan = what.plan(context, card, source.dump(), tried, keys.remembering());
            return new PlanExecution(context, "classic clone", options)
                    .with("source", source.card())
                    .run(card, plan);
        }
    }

    private Source read(List<ClassicKey> tried) throws NfcException {
        try (TargetCard card =
                TargetCard.open(context, size, from == null ? context.connect() : context.connect(Optional.of(from)))) {
            return new Source(card.json(), card.uid(), card.read(tried, keys.remembering()));
        }
    }

    private void change(Source source) throws NfcException {
        boolean changed = context.terminal()
                .enter("Card " + source.uid().toHex()
                        + " is read. Put the card to write on the reader, and press Enter: ");
        if (!changed) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "nobody is there to change the cards")
                    .withHint("Name the source's reader with --from, or use dump and restore");
        }
    }
}
