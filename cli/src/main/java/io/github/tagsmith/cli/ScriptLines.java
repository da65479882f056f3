package io.github.tagsmith.cli;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.command.GlobalOptions;
import io.github.tagsmith.cli.script.Call;
import io.github.tagsmith.cli.script.LineRunner;
import java.util.List;

/** Runs the lines of scripts as the commands that they are. */
final class ScriptLines implements LineRunner {

    ScriptLines() {}

    @Override
    public int run(Call call, List<String> words) {
        String[] line = words.toArray(String[]::new);
        GlobalOptions options = call.options().copy();
        CommandContext context = call.context().inside(call.cards(), call.terminal(), options);
        return Main.run(context, options, call.place(), line);
    }

    @Override
    public int report(Call call, Exception error) {
        GlobalOptions options = call.options();
        return new ErrorFunnel(call.terminal(), options.json(), options.verbose(), call.place())
                .report(error)
                .status();
    }
}
