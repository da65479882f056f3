package io.github.tagsmith.cli;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.doctor.Diagnosis;
import io.github.tagsmith.cli.doctor.VersionReport;
import io.github.tagsmith.cli.output.Report;
import io.github.tagsmith.cli.terminal.ExitCode;
import java.util.List;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * What the program tells of itself instead of running a command: {@code --diagnose}, and {@code --version} with other options.
 *
 * @param context what it works with
 * @param top the top command
 */
record AboutItself(CommandContext context, Tagsmith top) implements IExecutionStrategy {

    @Override
    public int execute(ParseResult parsed) {
        boolean version = parsed.isVersionHelpRequested();
        if (parsed.hasSubcommand() || parsed.isUsageHelpRequested() || !(top.diagnose || version)) {
            return new RunLast().execute(parsed);
        }
        List<String> lines = List.of(new Version().getVersion());
        Report report = top.diagnose
                ? Diagnosis.of(lines, context)
                : VersionReport.of(lines, context.verbose(), context.terminal().environment());
        context.output().show(report);
        return ExitCode.OK.status();
    }
}
