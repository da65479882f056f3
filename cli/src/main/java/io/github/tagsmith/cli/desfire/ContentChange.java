package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.FileContent;
import picocli.CommandLine.Mixin;

/** A change of what a file holds, and its commit: on which card, in which transaction, how far. */
final class ContentChange {

    @Mixin
    private CardOptions card = new CardOptions();

    @Mixin
    private TransactionOptions transaction = new TransactionOptions();

    @Mixin
    private WriteOptions options = new WriteOptions();

    /**
     * A change that can be made.
     *
     * @param content the file
     * @param fields its result
     * @param deed in words
     * @param change what is sent to the card
     */
    record Plan(FileContent content, Fields fields, Deed deed, FileTransaction.Change change) {}

    /** Looks at the file that is to be changed. */
    @FunctionalInterface
    interface Planner {
        Plan plan(TargetCard target) throws NfcException;
    }

    ContentChange() {}

    boolean dryRun() {
        return options.dryRun();
    }

    boolean withMac() {
        return transaction.withMac();
    }

    /** Makes the change, or only says it. */
    int run(CommandContext context, Planner planner) throws NfcException {
        return run(context, planner, options::apply);
    }

    /** The same, after asking. */
    int runAsking(CommandContext context, Planner planner) throws NfcException {
        return run(context, planner, options::applyAsking);
    }

    private int run(CommandContext context, Planner planner, Way way) throws NfcException {
        return card.work(context, target -> {
            Plan plan = planner.plan(target);
            FileTransaction open = new FileTransaction(target.channel(), plan.content(), transaction);
            return way.go(context, target, plan.fields(), plan.deed(), () -> open.run(plan.fields(), plan.change()));
        });
    }

    private interface Way {
        int go(CommandContext context, TargetCard card, Fields fields, Deed deed, WriteOptions.Change change)
                throws NfcException;
    }
}
