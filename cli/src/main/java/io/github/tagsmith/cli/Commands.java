package io.github.tagsmith.cli;

import io.github.tagsmith.cli.classic.ClassicCommands;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.emulate.EmulateCommand;
import io.github.tagsmith.cli.readers.ApduCommand;
import io.github.tagsmith.cli.readers.AtrCommand;
import io.github.tagsmith.cli.readers.InfoCommand;
import io.github.tagsmith.cli.readers.ReadersCommand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The tree of commands. A command is built only when it, or a list of commands, is asked for. */
final class Commands {

    /** Makes a command. */
    private interface Maker extends Function<CommandContext, Object> {}

    private static final Map<String, Maker> TOP = new LinkedHashMap<>();

    static {
        TOP.put("readers", ReadersCommand::new);
        TOP.put("info", InfoCommand::new);
        TOP.put("apdu", ApduCommand::new);
        TOP.put("atr", AtrCommand::new);
        TOP.put("classic", context -> group("classic", "MIFARE Classic.", ClassicCommands.of(context)));
        TOP.put("emulate", EmulateCommand::new);
    }

    private Commands() {}

    /**
     * Adds commands to the top one: the one that the arguments name, or all.
     *
     * @param top the top command
     * @param arguments the command line
     * @param context what commands work with
     */
    static void addTo(CommandLine top, String[] arguments, CommandContext context) {
        for (String argument : arguments) {
            Maker only = TOP.get(argument);
            if (only != null && !arguments[0].equals("help")) {
                top.addSubcommand(argument, only.apply(context));
                return;
            }
        }
        TOP.forEach((name, maker) -> top.addSubcommand(name, maker.apply(context)));
    }

    private static CommandLine group(String name, String description, List<?> leaves) {
        CommandSpec spec = CommandSpec.create().name(name).mixinStandardHelpOptions(true);
        spec.usageMessage()
                .description(description)
                .synopsisSubcommandLabel("COMMAND")
                .footer("%nSee tagsmith " + name + " COMMAND --help.");
        CommandLine group = new CommandLine(spec);
        leaves.forEach(group::addSubcommand);
        return group;
    }
}
