package io.github.tagsmith.cli;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.terminal.Terminal;
import java.io.BufferedReader;
import java.io.Reader;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The commands as picocli knows them. */
public final class CommandModel {

    private CommandModel() {}

    /**
     * All commands, for what is written about them: help, manual pages, completion. They cannot be run.
     *
     * @return the top command with everything below it
     */
    public static CommandLine whole() {
        Terminal nowhere =
                new Terminal(new BufferedReader(Reader.nullReader()), System.out, System.err, false, Map.of());
        Tagsmith tagsmith = new Tagsmith();
        CommandLine line = new CommandLine(tagsmith);
        new CommandTree(new CommandContext(nowhere, tagsmith.options)).addAll(line, Commands.top());
        return configured(line);
    }

    /**
     * The commands that a command line is about.
     *
     * @param context what they run in
     * @param tagsmith the top command
     * @param words the command line
     * @return the top command with what the words name below it
     */
    static CommandLine of(CommandContext context, Tagsmith tagsmith, String... words) {
        CommandLine line = new CommandLine(tagsmith);
        new CommandTree(context).add(line, Commands.top(), words);
        return configured(line);
    }

    private static CommandLine configured(CommandLine line) {
        line.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
        line.setUsageHelpWidth(80);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExpandAtFiles(false);
        return line;
    }
}
