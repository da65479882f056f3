package io.github.tagsmith.cli;

import static io.github.tagsmith.cli.command.CommandNode.group;
import static io.github.tagsmith.cli.command.CommandNode.leaf;

import io.github.tagsmith.cli.classic.ClassicCommands;
import io.github.tagsmith.cli.command.CommandNode;
import io.github.tagsmith.cli.command.CommandNode.Group;
import io.github.tagsmith.cli.command.CommandNode.Leaf;
import io.github.tagsmith.cli.completion.CompletionCommand;
import io.github.tagsmith.cli.desfire.DesfireCommands;
import io.github.tagsmith.cli.doctor.DoctorCommand;
import io.github.tagsmith.cli.emulate.EmulateCommand;
import io.github.tagsmith.cli.explain.ExplainCommand;
import io.github.tagsmith.cli.jshell.JShellCommand;
import io.github.tagsmith.cli.readers.ApduCommand;
import io.github.tagsmith.cli.readers.AtrCommand;
import io.github.tagsmith.cli.readers.ControlCommand;
import io.github.tagsmith.cli.readers.EscapeCommand;
import io.github.tagsmith.cli.readers.InfoCommand;
import io.github.tagsmith.cli.readers.ReaderBuzzerCommand;
import io.github.tagsmith.cli.readers.ReaderInfoCommand;
import io.github.tagsmith.cli.readers.ReaderLedCommand;
import io.github.tagsmith.cli.readers.ReaderProbeCommand;
import io.github.tagsmith.cli.readers.ReaderSetCommand;
import io.github.tagsmith.cli.readers.ReadersCommand;
import io.github.tagsmith.cli.readers.ResetCommand;
import io.github.tagsmith.cli.readers.WatchCommand;
import io.github.tagsmith.cli.script.ScriptCommand;
import io.github.tagsmith.cli.script.ShellCommand;
import io.github.tagsmith.cli.terminal.Terminal;
import io.github.tagsmith.cli.trace.TraceDecodeCommand;
import io.github.tagsmith.cli.trace.TraceDecryptCommand;
import io.github.tagsmith.cli.trace.TraceRecordCommand;
import java.util.List;

/** The commands there are. */
final class Commands {

    private Commands() {}

    static List<CommandNode> top() {
        return List.of(
                leaf("readers", ReadersCommand::new),
                leaf("watch", WatchCommand::new),
                leaf("info", InfoCommand::new),
                leaf("apdu", ApduCommand::new),
                leaf("control", ControlCommand::new),
                leaf("escape", EscapeCommand::new),
                leaf("reset", ResetCommand::new),
                leaf("doctor", DoctorCommand::new),
                leaf("atr", AtrCommand::new),
                group("reader", "The reader itself.", Commands::reader),
                group("classic", "MIFARE Classic.", ClassicCommands::members),
                group("desfire", "MIFARE DESFire, DESFire Light, NTAG 424 DNA.", DesfireCommands::members),
                group("trace", "Captures and what they say.", Commands::trace),
                leaf("explain", ExplainCommand::new),
                leaf("emulate", EmulateCommand::new),
                leaf("completion", CompletionCommand::new),
                leaf("script", context -> new ScriptCommand(context, new ScriptLines())),
                leaf("shell", context -> new ShellCommand(context, new ScriptLines(), CommandModel::whole)),
                leaf("jshell", JShellCommand::new));
    }

    /**
     * Finds a command.
     *
     * @param path the words that name it, from {@code tagsmith} on, separated by slashes
     * @return it
     */
    static Leaf at(String path) {
        List<CommandNode> nodes = top();
        List<String> words = List.of(path.split("/", -1));
        for (String word : words.subList(1, words.size() - 1)) {
            nodes = ((Group) CommandTree.find(nodes, word).orElseThrow())
                    .members()
                    .get();
        }
        return (Leaf) CommandTree.find(nodes, words.get(words.size() - 1)).orElseThrow();
    }

    private static List<CommandNode> reader() {
        return List.of(
                leaf("info", ReaderInfoCommand::new),
                leaf("probe", ReaderProbeCommand::new),
                leaf("led", ReaderLedCommand::new),
                leaf("buzzer", ReaderBuzzerCommand::new),
                leaf("set", ReaderSetCommand::new));
    }

    private static List<CommandNode> trace() {
        return List.of(
                leaf("decode", TraceDecodeCommand::new),
                leaf("decrypt", TraceDecryptCommand::new),
                leaf("record", context -> new TraceRecordCommand(context, Commands::run)));
    }

    private static int run(Terminal terminal, List<String> words) {
        return Main.run(terminal, words.toArray(String[]::new));
    }
}
