package io.github.tagsmith.cli.command;

import io.github.tagsmith.cli.output.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every command takes, before or after its name. */
public final class GlobalOptions {

    /** The value of {@code --trace} for standard error. */
    static final String STANDARD_ERROR = "";

    private static final String TRACE = "--trace";

    @Option(
            names = {"-r", "--reader"},
            paramLabel = "SPEC",
            scope = ScopeType.INHERIT,
            description =
                    "Reader: part of a name, an index in `readers`, virtual:KIND[@FILE], virtual:FILE or replay:FILE"
                            + " (environment: TAGSMITH_READER).")
    @Nullable
    String reader;

    @Option(
            names = "--dialect",
            paramLabel = "ID",
            scope = ScopeType.INHERIT,
            description = "How to speak to the reader, where its name does not tell"
                    + " (environment: TAGSMITH_DIALECT; `reader info` shows what is taken).")
    @Nullable
    String dialect;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "One JSON object on standard output.")
    boolean json;

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            arity = "0..1",
            fallbackValue = STANDARD_ERROR,
            scope = ScopeType.INHERIT,
            description = "Show each APDU on standard error, or write it to FILE: a capture for Wireshark if it ends in"
                    + " .pcapng, else text, which replay:FILE answers from. Keys and PINs are masked.")
    @Nullable
    String trace;

    @Option(
            names = "--trace-secrets",
            scope = ScopeType.INHERIT,
            description = "Do not mask keys and PINs in the trace.")
    boolean traceSecrets;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            scope = ScopeType.INHERIT,
            description = "Wait that long for a card.")
    double waitSeconds;

    @Option(
            names = {"-y", "--yes"},
            scope = ScopeType.INHERIT,
            description = "Answer confirmations with yes.")
    boolean yes;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "More detail on standard error.")
    boolean verbose;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "No progress and no notes on standard error.")
    boolean quiet;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            scope = ScopeType.INHERIT,
            description = "auto (on a terminal, unless NO_COLOR is set), always or never.")
    Style.When color = Style.When.AUTO;

    /** Nothing set yet. */
    public GlobalOptions() {}

    /**
     * Whether more detail is wanted.
     *
     * @return true after {@code -v}
     */
    public boolean verbose() {
        return verbose;
    }

    /**
     * Whether JSON is wanted.
     *
     * @return true if so
     */
    public boolean json() {
        return json;
    }

    /** What {@code -r} or TAGSMITH_READER says; nothing if neither does. */
    Optional<String> readerSpec(Map<String, String> environment) {
        return Optional.ofNullable(reader != null ? reader : environment.get("TAGSMITH_READER"))
                .filter(text -> !text.isEmpty());
    }

    /**
     * The same options, without the trace.
     *
     * @return a copy
     */
    public GlobalOptions copy() {
        GlobalOptions copy = new GlobalOptions();
        copy.reader = reader;
        copy.dialect = dialect;
        copy.json = json;
        copy.traceSecrets = traceSecrets;
        copy.waitSeconds = waitSeconds;
        copy.yes = yes;
        copy.verbose = verbose;
        copy.quiet = quiet;
        copy.color = color;
        return copy;
    }

    /**
     * The same options for another reader.
     *
     * @param spec the reader
     * @return a copy, without the trace
     */
    public GlobalOptions on(String spec) {
        GlobalOptions copy = copy();
        copy.reader = spec;
        return copy;
    }

    /**
     * The same command line with {@code --trace} in a form that cannot take the next word for its file.
     *
     * @param arguments a command line
     * @return as many words
     */
    public static List<String> unambiguous(List<String> arguments) {
        return arguments.stream()
                .map(word -> word.equals(TRACE) ? TRACE + "=" + STANDARD_ERROR : word)
                .toList();
    }

    /**
     * These options as words of a command line, without the trace's file.
     *
     * @return the words
     */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        add(words, "--reader", reader);
        add(words, "--dialect", dialect);
        words.add("--wait=" + waitSeconds);
        words.add("--color=" + color);
        add(words, "--json", json);
        add(words, "--yes", yes);
        add(words, "--verbose", verbose);
        add(words, "--quiet", quiet);
        add(words, "--trace-secrets", traceSecrets);
        return words;
    }

    private static void add(List<String> words, String name, @Nullable String value) {
        if (value != null) {
            words.add(name + "=" + value);
        }
    }

    private static void add(List<String> words, String name, boolean set) {
        if (set) {
            words.add(name);
        }
    }
}
