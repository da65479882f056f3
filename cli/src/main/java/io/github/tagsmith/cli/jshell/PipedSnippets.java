package io.github.tagsmith.cli.jshell;

import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.cli.output.Output;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.execution.LocalExecutionControlProvider;

/** Snippets from a pipe or a file: the value of each expression is printed on a line; the first that fails is the last. */
final class PipedSnippets {

    private final String source;
    private final Output output;
    private int line = 1;

    /**
     * Snippets.
     *
     * @param source where they come from, for complaints
     * @param output where values are printed
     */
    PipedSnippets(String source, Output output) {
        this.source = source;
        this.output = output;
    }

    void run(String text) throws NfcException {
        try (JShell shell = JShell.builder()
                .executionEngine(new LocalExecutionControlProvider(), Map.of())
                .build()) {
            shell.addToClasspath(System.getProperty("java.class.path"));
            for (String snippet : StartingSnippets.text().lines().toList()) {
                shell.eval(snippet);
            }
            run(shell, text);
        }
    }

    /** As many lines as make something complete; what stands behind it on the last of them comes next. */
    private void run(JShell shell, String text) throws NfcException {
        StringBuilder pending = new StringBuilder();
        int at = 0;
        for (String next : text.lines().toList()) {
            at++;
            line = pending.toString().isBlank() ? at : line;
            pending.append(next).append('\n');
            CompletionInfo found = shell.sourceCodeAnalysis().analyzeCompletion(pending.toString());
            while (isWhole(found.completeness())) {
                evaluate(shell, found.source() == null ? pending.toString() : found.source());
                String rest = found.remaining();
                pending = new StringBuilder(rest);
                line = at;
                found = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            }
        }
        if (!pending.toString().isBlank()) {
            evaluate(shell, pending.toString());
        }
    }

    private static boolean isWhole(Completeness completeness) {
        return switch (completeness) {
            case COMPLETE, COMPLETE_WITH_SEMI, UNKNOWN -> true;
            case CONSIDERED_INCOMPLETE, DEFINITELY_INCOMPLETE, EMPTY -> false;
        };
    }

    private void evaluate(JShell shell, String snippet) throws NfcException {
        for (SnippetEvent event : shell.eval(snippet)) {
            if (event.causeSnippet() != null) {
                continue;
            }
            if (event.status() == Snippet.Status.REJECTED) {
                throw failure(
                        ErrorKind.MALFORMED_INPUT,
                        shell.diagnostics(event.snippet())
                                .filter(Diag::isError)
                                .map(diagnostic ->
                                        diagnostic.getMessage(Locale.ROOT).replaceAll("\\s*\\R\\s*", ", "))
                                .collect(Collectors.joining("; ")));
            }
            if (event.exception() != null) {
                throw failure(ErrorKind.REFUSED, text(event.exception()));
            }
            print(event);
        }
    }

    private void print(SnippetEvent event) {
        boolean expression = event.snippet() instanceof ExpressionSnippet
                || event.snippet().subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
        boolean assignment = event.snippet().subKind() == Snippet.SubKind.ASSIGNMENT_SUBKIND;
        if (expression && !assignment && event.value() != null) {
            output.show(new Fields("jshell")
                    .with("line", line)
                    .with("value", event.value())
                    .line(event.value()));
        }
    }

    private static String text(JShellException exception) {
        if (exception instanceof EvalException thrown) {
            String name = thrown.getExceptionClassName();
            String simple = name.substring(name.lastIndexOf('.') + 1);
            return thrown.getMessage() == null ? simple : simple + ": " + thrown.getMessage();
        }
        return String.valueOf(exception.getMessage());
    }

    private NfcException failure(ErrorKind kind, String sentence) {
        return new NfcException(kind, source + " line " + line + ": " + sentence);
    }
}
