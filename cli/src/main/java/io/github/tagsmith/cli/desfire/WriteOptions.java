package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.error.NfcException;
import picocli.CommandLine.Option;

/** How far a command that changes the card may go. */
final class WriteOptions {

    @Option(names = "--dry-run", description = "Say what would be done, and do not do it.")
    private boolean dryRun;

    WriteOptions() {}

    boolean dryRun() {
        return dryRun;
    }

    /** What is sent to the card. */
    @FunctionalInterface
    interface Change {
        void run() throws NfcException;
    }

    /** Does something, or only says so. */
    int apply(CommandContext context, TargetCard card, Fields fields, Deed deed, Change change) throws NfcException {
        return apply(context, card, fields, deed, false, change);
    }

    /** The same, after asking. */
    int applyAsking(CommandContext context, TargetCard card, Fields fields, Deed deed, Change change)
            throws NfcException {
        return apply(context, card, fields, deed, true, change);
    }

    private int apply(CommandContext context, TargetCard card, Fields fields, Deed deed, boolean asking, Change change)
            throws NfcException {
        fields.with("dryRun", dryRun);
        if (dryRun) {
            fields.line("would " + deed.wanted());
        } else {
            if (asking) {
                context.confirmation().to("On the card with UID " + card.uid() + ": " + deed.wanted() + "?");
            }
            change.run();
            card.save();
            fields.line(deed.past() + ", in " + card.exchangesText());
        }
        deed.details().forEach(fields::line);
        context.output().show(fields.with("apdus", card.exchanges()));
        return ExitCode.OK.status();
    }
}
