package io.github.tagsmith.cli.command;

import io.github.tagsmith.cli.output.Style;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every command takes, before or after its name. */
public final class GlobalOptions {

    @Option(
            names = {"-r", "--reader"},
            paramLabel = "SPEC",
            scope = ScopeType.INHERIT,
            description = "Reader: part of a name, an index in `readers`, virtual:KIND[@FILE] or virtual:FILE"
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
}
