package io.github.tagsmith.cli.command;

import io.github.tagsmith.cli.input.CardConnection;
import io.github.tagsmith.cli.input.KeptCards;
import io.github.tagsmith.cli.input.ReaderSource;
import io.github.tagsmith.cli.output.Output;
import io.github.tagsmith.cli.output.Style;
import io.github.tagsmith.cli.terminal.Terminal;
import io.github.tagsmith.core.contactless.StorageCard;
import io.github.tagsmith.core.dialect.Dialect;
import io.github.tagsmith.core.error.NfcException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a command works with: the terminal and the global options, already put to use. */
public final class CommandContext {

    private final Terminal terminal;
    private final GlobalOptions options;
    private final CommandTrace trace;
    private final CommandProgress progress;
    private final KnownReaders readers;
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
        this.trace = new CommandTrace(options, terminal);
        this.progress = new CommandProgress(options, terminal);
        this.readers = new KnownReaders(options, terminal.environment());
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
        readers.keep();
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
        return options.readerSpec(terminal.environment());
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
     * How to speak to a reader: as {@code --dialect} or TAGSMITH_DIALECT says, else by its name.
     *
     * @param readerName its name
     * @return its dialect
     * @throws NfcException if there is no such dialect
     */
    public Dialect dialect(String readerName) throws NfcException {
        return readers.dialect(readerName);
    }

    /**
     * The storage-card commands, in the reader's dialect.
     *
     * @param connection a connection to the card
     * @return the commands
     * @throws NfcException if there is no such dialect
     */
    public StorageCard storageCard(CardConnection connection) throws NfcException {
        return readers.storageCard(connection);
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
     * What somebody has to agree to.
     *
     * @return asks on the terminal, unless {@code --yes} has answered already
     */
    public Confirmation confirmation() {
        return new Confirmation(terminal, options.yes);
    }
}
