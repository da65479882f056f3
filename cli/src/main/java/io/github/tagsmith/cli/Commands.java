package io.github.tagsmith.cli;

import io.github.tagsmith.cli.classic.DumpCommand;
import io.github.tagsmith.cli.classic.ShowCommand;
import io.github.tagsmith.cli.classic.TraceKeysCommand;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.emulate.EmulateCommand;
import io.github.tagsmith.cli.readers.ApduCommand;
import io.github.tagsmith.cli.readers.AtrCommand;
import io.github.tagsmith.cli.readers.ControlCommand;
import io.github.tagsmith.cli.readers.DoctorCommand;
import io.github.tagsmith.cli.readers.EscapeCommand;
import io.github.tagsmith.cli.readers.InfoCommand;
import io.github.tagsmith.cli.readers.ReadersCommand;
import io.github.tagsmith.cli.readers.ResetCommand;
import io.github.tagsmith.cli.readers.WatchCommand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The tree of commands. A command is built only when it, or a list of commands, is asked for. */
final class Commands {

    /** Makes a command. */
    private interface Maker extends Function<CommandContext, Object> {}

    /** Global options whose value is the next word, which may look like a command. */
    private static final Set<String> VALUE_OPTIONS = Set.of("-r", "--reader", "--wait");

    private static final Map<String, Maker> TOP = new LinkedHashMap<>();

    static {
        TOP.put("readers", ReadersCommand::new);
        TOP.put("watch", WatchCommand::new);
        TOP.put("info", InfoCommand::new);
        TOP.put("apdu", ApduCommand::new);
        TOP.put("control", ControlCommand::new);
        TOP.put("escape", EscapeCommand::new);
        TOP.put("reset", ResetCommand::new);
        TOP.put("doctor", DoctorCommand::new);
        TOP.put("atr", AtrCommand::new);
        TOP.put(
                "classic",
                context -> group(
                        "classic",
                        "MIFARE Classic.",
                        List.of(
                                new DumpCommand(context),
                                new ShowCommand(context),
                                group("classic keys", "Keys.", List.of(new TraceKeysCommand(context))))));
        TOP.put("explain", context -> group("explain", "What bytes mean, offline.", List.of(new AtrCommand(context))));
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
        for (int i = 0; i < arguments.length; i++) {
            Maker only = TOP.get(arguments[i]);
            boolean value = i > 0 && VALUE_OPTIONS.contains(arguments[i - 1]);
            if (only != null && !value) {
                top.addSubcommand(arguments[i], only.apply(context));
                return;
            }
        }
        TOP.forEach((name, maker) -> top.addSubcommand(name, maker.apply(context)));
    }

    private static CommandLine group(String name, String description, List<Object> leaves) {
        CommandSpec spec = CommandSpec.create()
                .name(name.substring(name.lastIndexOf(' ') + 1))
                .mixinStandardHelpOptions(true);
        spec.usageMessage()
                .description(description)
                .synopsisSubcommandLabel("COMMAND")
                .footer("%nSee tagsmith " + name + " COMMAND --help.");
        CommandLine group = new CommandLine(spec);
        leaves.forEach(group::addSubcommand);
        return group;
    }
}
