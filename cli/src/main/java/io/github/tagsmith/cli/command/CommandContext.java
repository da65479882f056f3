package io.github.tagsmith.cli.command;

import io.github.tagsmith.cli.input.CardConnection;
import io.github.tagsmith.cli.input.KeptCards;
import io.github.tagsmith.cli.input.ReaderSource;
import io.github.tagsmith.cli.input.StateFolder;
import io.github.tagsmith.cli.output.Output;
import io.github.tagsmith.cli.output.Style;
import io.github.tagsmith.cli.terminal.Terminal;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.ReaderMemory;
import io.github.tagsmith.core.contactless.StorageCard;
import io.github.tagsmith.core.dialect.Dialect;
import io.github.tagsmith.core.dialect.Dialects;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a command works with: the terminal and the global options, already put to use. */
public final class CommandContext {

    private static final String READERS = "readers";

    private final Terminal terminal;
    private final GlobalOptions options;
    private final CommandTrace trace;
    private final CommandProgress progress;
    private @Nullable ReaderMemory memory;
    private @Nullable KeptCards cards;
    private @Nullable CommandContext outer;

    /**
     * A context.
     *
     * @param terminal what the program runs in
     * @param options the global options, set when the command runs
     */
    public CommandContext(Terminal terminal, GlobalOptions options) {
        this.terminal = terminal;
        this.options = options;
        this.trace = new CommandTrace(options, terminal, this);
        this.progress = new CommandProgress(options, terminal);
    }

    /**
     * The context of a command of a script: it starts with the options of the script, its cards stay open, and where the script
     * is traced, so is it.
     *
     * @param kept what stays open between the commands
     * @param own what the command runs in
     * @param its the global options of the command, set when it runs
     * @return its context
     */
    public CommandContext inside(KeptCards kept, Terminal own, GlobalOptions its) {
        CommandContext context = new CommandContext(own, its);
        context.cards = kept;
        context.outer = this;
        return context;
    }

    /**
     * How many scripts this runs in.
     *
     * @return 0 for a command of its own
     */
    public int depth() {
        return outer == null ? 0 : outer.depth() + 1;
    }

    /**
     * The global options that a command of a script starts with.
     *
     * @return a copy, without the trace, which stays the script's
     */
    public GlobalOptions ownOptions() {
        return options.copy();
    }

    /**
     * The terminal.
     *
     * @return streams and environment
     */
    public Terminal terminal() {
        return terminal;
    }

    /**
     * Where results go.
     *
     * @return text or JSON, as asked for
     */
    public Output output() {
        return new Output(terminal, options.json, options.quiet, progress);
    }

    /**
     * How text is set off.
     *
     * @return colours, as asked for and as the terminal allows
     */
    public Style style() {
        return Style.of(options.color, terminal);
    }

    /**
     * Whether more detail is wanted.
     *
     * @return true after {@code -v}
     */
    public boolean verbose() {
        return options.verbose;
    }

    /**
     * The readers that {@code -r}, or TAGSMITH_READER, names.
     *
     * @return them, to be closed
     * @throws NfcException if there are none
     */
    public ReaderSource openReaders() throws NfcException {
        return openReaders(readerSpec());
    }

    private ReaderSource openReaders(Optional<String> spec) throws NfcException {
        ReaderSource source = cards == null
                ? ReaderSource.open(spec, terminal.environment())
                : cards.open(spec, terminal.environment());
        try {
            follow(source);
            return source;
        } catch (NfcException e) {
            source.close();
            throw e;
        }
    }

    private void follow(ReaderSource source) throws NfcException {
        if (outer != null) {
            outer.follow(source);
        }
        trace.follow(source);
    }

    /**
     * Ends the trace, if there is one, and keeps what this command has learned about readers.
     *
     * @throws NfcException {@code FILE} if the trace is not complete
     */
    public void close() throws NfcException {
        clearProgress();
        keepMemory();
        trace.close();
    }

    /**
     * The global options as words of a command line.
     *
     * @return all but those of the trace's file
     */
    public List<String> optionWords() {
        return options.words();
    }

    /**
     * The reader that is asked for.
     *
     * @return what {@code -r} or TAGSMITH_READER says; nothing if neither does
     */
    public Optional<String> readerSpec() {
        String spec =
                options.reader != null ? options.reader : terminal.environment().get("TAGSMITH_READER");
        return Optional.ofNullable(spec).filter(text -> !text.isEmpty());
    }

    /**
     * Connects to the card that is meant, waiting for it as long as {@code --wait} says.
     *
     * @return the connection, to be closed
     * @throws NfcException without a reader or a card
     */
    public CardConnection connect() throws NfcException {
        return connect(readerSpec());
    }

    /**
     * Connects to the card on a certain reader, waiting for it as long as {@code --wait} says.
     *
     * @param spec the reader, as {@code -r} names it; empty for the one with a card
     * @return the connection, to be closed
     * @throws NfcException without a reader or a card
     */
    public CardConnection connect(Optional<String> spec) throws NfcException {
        Duration patience = Duration.ofMillis(Math.round(options.waitSeconds * 1000));
        return CardConnection.open(openReaders(spec), patience, output());
    }

    /**
     * The dialects there are, those of the user first.
     *
     * @return all of them
     * @throws NfcException if the user's file cannot be understood
     */
    public Dialects dialects() throws NfcException {
        return Dialects.load(terminal.environment());
    }

    /**
     * How to speak to a reader: as {@code --dialect} or TAGSMITH_DIALECT says, else by its name.
     *
     * @param readerName its name
     * @return its dialect
     * @throws NfcException if there is no such dialect
     */
    public Dialect dialect(String readerName) throws NfcException {
        String id = options.dialect != null
                ? options.dialect
                : terminal.environment().get("TAGSMITH_DIALECT");
        return id == null || id.isEmpty()
                ? dialects().ofReader(readerName)
                : dialects().required(id);
    }

    /**
     * The storage-card commands, in the reader's dialect.
     *
     * @param connection a connection to the card
     * @return the commands
     * @throws NfcException if there is no such dialect
     */
    public StorageCard storageCard(CardConnection connection) throws NfcException {
        String readerName = connection.card().readerName();
        Dialect dialect = dialect(readerName);
        return new StorageCard(connection.channel(), dialect, memory().of(readerName, dialect));
    }

    private ReaderMemory memory() {
        ReaderMemory known = memory;
        if (known == null) {
            known = ReaderMemory.recall(
                    isReplay() ? "" : stateFolder().read(READERS).orElse(""));
            memory = known;
        }
        return known;
    }

    private boolean isReplay() {
        return readerSpec().filter(spec -> spec.startsWith(ReaderSource.REPLAY)).isPresent();
    }

    private StateFolder stateFolder() {
        return new StateFolder(terminal.environment());
    }

    /**
     * A file of the program's own that outlives the command.
     *
     * @param name its name
     * @return where it is, if anything can be kept
     */
    public Optional<Path> stateFile(String name) {
        return stateFolder().place(name);
    }

    /** Keeps what this command has learned about readers; virtual ones and those of a record are none of them. */
    private void keepMemory() {
        if (memory == null || isReplay()) {
            return;
        }
        String text = memory.text()
                .lines()
                .filter(line -> !line.contains("virtual:"))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        if (!text.equals(stateFolder().read(READERS).orElse(""))) {
            stateFolder().write(READERS, text);
        }
    }

    /**
     * Makes sure that a file may be written.
     *
     * @param file the file
     * @throws NfcException {@code UNSAFE} if it exists and nobody says that it may go
     */
    public void mayWrite(Path file) throws NfcException {
        if (!Files.exists(file) || options.yes || terminal.confirm(file + " exists. Overwrite it?")) {
            return;
        }
        throw new NfcException(ErrorKind.UNSAFE, file + " exists and is not overwritten")
                .withHint("Choose another name, or allow it with --yes");
    }

    /**
     * A progress line on the terminal, or nothing where there is none.
     *
     * @param what what is counted
     * @return takes how many are done, and of how many
     */
    public ProgressLine progress(String what) {
        return progress.begin(what, terminal.screens().err());
    }

    /**
     * The same for work whose result is shown as it comes: nothing where that goes to the terminal too, or to a program that may
     * show it there.
     *
     * @param what what is counted
     * @return takes how many are done, and of how many
     */
    public ProgressLine progressOfStream(String what) {
        Terminal.Screens screens = terminal.screens();
        return progress.begin(what, screens.err() && !screens.out() && !screens.piped());
    }

    /** Takes away the progress line of work that has not come to its end, before something else is said. */
    public void clearProgress() {
        progress.run();
    }

    /**
     * Asks before something that cannot simply be done again.
     *
     * @param question what is about to be done, naming the card's UID
     * @throws NfcException {@code UNSAFE} if nobody says yes
     */
    public void confirm(String question) throws NfcException {
        if (!options.yes && !terminal.confirm(question)) {
            throw new NfcException(ErrorKind.UNSAFE, "not done: nobody confirmed it")
                    .withHint("Answer with --yes where nobody can be asked");
        }
    }

    /**
     * Asks for the UID of the card that something will be lost on for good.
     *
     * @param uid the card's
     * @param why what would be lost
     * @return whether it was typed
     */
    public boolean uidTyped(Bytes uid, String why) {
        return terminal.typed(why + ". For good. Type the UID " + uid.toHex() + " to go on:", uid.toHex());
    }
}
