package io.github.tagsmith.cli.trace;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trace record}: another command with {@code --trace=FILE}. */
@Command(
        name = "record",
        description = {
            "Run another command and record what goes to the card and comes back.",
            "A FILE that ends in .pcapng is a capture that Wireshark and tshark open; anything else is text."
                    + " -r replay:FILE answers from either. Each exchange is in the file before the next one begins; keys and"
                    + " PINs are masked unless --trace-secrets is given."
        },
        footer = {
            "%nExamples:",
            "  tagsmith trace record dump.pcapng -- classic dump -o card.mfd",
            "  tagsmith trace record card.txt -r virtual:classic-1k info",
            "  tagsmith -r replay:dump.pcapng classic dump -o again.mfd"
        })
public final class TraceRecordCommand implements Callable<Integer> {

    private static final String END_OF_OPTIONS = "--";

    private final CommandContext context;
    private final CommandRunner runner;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write, in place of the first word.")
    @Nullable
    private Path output;

    @Parameters(paramLabel = "FILE COMMAND", arity = "1..*", description = "The file, then a command with its options.")
    private List<String> words = new ArrayList<>();

    /**
     * The command.
     *
     * @param context what it works with
     * @param runner runs the command that is recorded
     */
    public TraceRecordCommand(CommandContext context, CommandRunner runner) {
        this.context = context;
        this.runner = runner;
    }

    @Override
    public Integer call() throws NfcException {
        Path file = output;
        List<String> command = words;
        if (file == null) {
            file = Path.of(words.get(0));
            command = words.subList(1, words.size());
        }
        if (!command.isEmpty() && command.get(0).equals(END_OF_OPTIONS)) {
            command = command.subList(1, command.size());
        }
        if (command.isEmpty()) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "there is no command to record")
                    .withHint("For instance: tagsmith trace record " + file + " -- classic dump");
        }
        List<String> line = new ArrayList<>(context.optionWords());
        line.add("--trace=" + file);
        line.addAll(command);
        return runner.run(context.terminal(), line);
    }
}
