package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.SelectApplication;
import io.github.tagsmith.desfire.model.Aid;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code desfire tree}. */
@Command(
        name = "tree",
        description = {
            "Applications, key settings, key versions, files, rights and sizes.",
            "What may not be read says why."
        },
        footer = {"%nExamples:", "  tagsmith desfire tree", "  tagsmith desfire tree --app 123456 --auth 0:@key.txt"})
public final class TreeCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private CardOptions card = new CardOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public TreeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        return card.work(context, target -> {
            List<Aid> applications = new ArrayList<>();
            CardTree tree = new CardTree(target.channel());
            if (target.application().isCardLevel()) {
                tree.addCard().ifPresent(applications::addAll);
                for (Aid application : applications) {
                    target.channel().leaveSession();
                    target.channel().send(new SelectApplication(application));
                    tree.addApplication(application.toString());
                }
            } else {
                tree.addApplication(target.application().place());
            }
            context.output().show(tree.fields(target.fields("desfire tree")).with("apdus", target.exchanges()));
            return tree.isWhole() ? ExitCode.OK.status() : ExitCode.PARTIAL.status();
        });
    }
}
