package io.github.tagsmith.cli;

import io.github.tagsmith.cli.arguments.NotPlainException;
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
        try {
            return plain(call, line).run();
        } catch (NotPlainException e) {
            GlobalOptions options = call.options().copy();
            return PicocliCall.run(inside(call, options), options, call.place(), line);
        }
    }

    private static PlainCall plain(Call call, String... line) throws NotPlainException {
        GlobalOptions options = call.options().copy();
        return PlainCall.of(inside(call, options), options, call.place(), line);
    }

    private static CommandContext inside(Call call, GlobalOptions options) {
        return call.context().inside(call.cards(), call.terminal(), options);
    }

    @Override
    public int report(Call call, Exception error) {
        GlobalOptions options = call.options();
        return new ErrorFunnel(call.terminal(), options.json(), options.verbose(), call.place())
                .report(error)
                .status();
    }
}
