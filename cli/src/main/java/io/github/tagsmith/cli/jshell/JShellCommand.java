package io.github.tagsmith.cli.jshell;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.FileContent;
import io.github.tagsmith.cli.input.ReaderSource;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.cli.terminal.Terminal;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.Reader;
import io.github.tagsmith.core.reader.ShareMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code jshell}. */
@Command(
        name = "jshell",
        description = {
            "Java's own shell with this library.",
            "`reader` and `card` are what -r names, hex(\"...\") makes bytes, and the library's packages are imported.",
            "From a file or a pipe, the value of each expression is printed. Needs a JDK, not only a runtime."
        },
        footer = {
            "%nExamples:",
            "  tagsmith -r virtual:classic-1k jshell",
            "  echo 'card.transmit(hex(\"FFCA000000\"))' | tagsmith jshell -",
            "  tagsmith -r replay:trace.txt jshell explore.jsh"
        })
public final class JShellCommand implements Callable<Integer> {

    private static final String MODULE = "jdk.jshell";
    private static final String STANDARD_INPUT = "-";
    private static final int MAX_FILE = 4 << 20;

    private final CommandContext context;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            description = "Java to run instead of what is typed, or - for standard input.")
    @Nullable
    private String file;

    /**
     * The command.
     *
     * @param context what it works with
     */
    public JShellCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        requireModule();
        if (context.depth() > 0) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "jshell cannot be opened in a script or a shell");
        }
        try (ReaderSource source = readers().orElse(null)) {
            if (source == null) {
                return run();
            }
            Reader reader = source.choose();
            try (Card card = card(source, reader).orElse(null)) {
                Bindings.bind(reader, card);
                return run();
            } finally {
                Bindings.bind(null, null);
                source.save();
            }
        }
    }

    private static void requireModule() throws NfcException {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            throw new NfcException(
                            ErrorKind.INVALID_REQUEST,
                            "this Java has no jshell, it is a runtime without the module " + MODULE + ": "
                                    + System.getProperty("java.home"))
                    .withHint("Use a JDK: JAVA_HOME=/path/to/jdk tagsmith jshell (Debian: apt install"
                            + " default-jdk-headless)");
        }
    }

    /** Without a reader the library is still there, unless one was asked for. */
    private Optional<ReaderSource> readers() throws NfcException {
        try {
            ReaderSource source = context.openReaders();
            if (context.readerSpec().isEmpty() && source.list().isEmpty()) {
                source.close();
                return nothing("no reader is connected");
            }
            return Optional.of(source);
        } catch (NfcException e) {
            if (context.readerSpec().isPresent() || e.kind() != ErrorKind.NO_SERVICE) {
                throw e;
            }
            return nothing(e.getMessage());
        }
    }

    private Optional<ReaderSource> nothing(@Nullable String why) {
        context.output().note("reader and card are null: " + why);
        return Optional.empty();
    }

    private Optional<Card> card(ReaderSource source, Reader reader) throws NfcException {
        try {
            return Optional.of(source.connect(reader, ShareMode.SHARED));
        } catch (NfcException e) {
            if (e.kind() != ErrorKind.NO_CARD) {
                throw e;
            }
            context.output().note("card is null: " + e.getMessage());
            return Optional.empty();
        }
    }

    private int run() throws NfcException {
        Terminal terminal = context.terminal();
        if (file == null && terminal.interactive()) {
            return TypedSnippets.run();
        }
        if (file == null || file.equals(STANDARD_INPUT)) {
            new PipedSnippets("standard input", context.output()).run(terminal.readAll());
        } else {
            String text = FileContent.read(Path.of(file), MAX_FILE).toText(StandardCharsets.UTF_8);
            new PipedSnippets(file, context.output()).run(text);
        }
        return ExitCode.OK.status();
    }
}
