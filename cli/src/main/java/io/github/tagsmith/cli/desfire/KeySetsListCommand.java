package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.GetKeySetVersions;
import io.github.tagsmith.desfire.model.KeyVersion;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code desfire key sets list}. */
@Command(
        name = "list",
        description = {"The versions of the key sets of an application, EV2 and later."},
        footer = {"%nExample:", "  tagsmith desfire key sets list --app 123456"})
public final class KeySetsListCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private CardOptions card = new CardOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public KeySetsListCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        return card.work(context, target -> {
            List<Integer> versions = target.channel().send(new GetKeySetVersions()).stream()
                    .map(KeyVersion::value)
                    .toList();
            Fields fields = target.fields("desfire key sets list").with("versions", versions);
            for (int set = 0; set < versions.size(); set++) {
                fields.line("key set " + set + "  version " + versions.get(set));
            }
            context.output().show(fields.with("apdus", target.exchanges()));
            return ExitCode.OK.status();
        });
    }
}
