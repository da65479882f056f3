package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.GetApplicationIds;
import io.github.tagsmith.desfire.command.GetDfNames;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.ApplicationName;
import io.github.tagsmith.desfire.model.DfName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code desfire app list}. */
@Command(
        name = "list",
        description = {"The applications of the card."},
        footer = {"%nExample:", "  tagsmith desfire app list"})
public final class AppListCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(names = "--names", description = "Their ISO file identifiers and DF names, too.")
    private boolean names;

    @Mixin
    private CardOptions card = new CardOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public AppListCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        return card.workAtCardLevel(context, target -> {
            List<Aid> aids = target.channel().send(new GetApplicationIds());
            Fields fields = target.fields("desfire app list")
                    .with("applications", aids.stream().map(Aid::toString).toList());
            aids.forEach(aid -> fields.line(aid.toString()));
            if (names) {
                List<Map<String, @Nullable Object>> named = new ArrayList<>();
                for (ApplicationName name : target.channel().send(new GetDfNames())) {
                    Map<String, @Nullable Object> json = new LinkedHashMap<>();
                    json.put("aid", name.aid().toString());
                    json.put("isoFileId", name.isoFileId().toString());
                    json.put("dfName", name.dfName().map(DfName::toString).orElse(null));
                    named.add(json);
                    fields.line(name.aid() + "  " + name.isoFileId() + "  "
                            + name.dfName().map(DfName::toString).orElse("no DF name"));
                }
                fields.with("names", named);
            }
            context.output().showList(fields.with("apdus", target.exchanges()), "no applications");
            return ExitCode.OK.status();
        });
    }
}
