package io.github.tagsmith.cli.output;

import io.github.tagsmith.cli.terminal.Terminal;
import java.io.PrintStream;
import java.util.function.Consumer;

/** Where a command's result and its notes go. */
public final class Output {

    private final Terminal terminal;
    private final boolean json;
    private final boolean quiet;
    private final Runnable before;

    /**
     * An output.
     *
     * @param terminal where to
     * @param json whether results are JSON
     * @param quiet whether notes are left out
     * @param before run before anything is said
     */
    public Output(Terminal terminal, boolean json, boolean quiet, Runnable before) {
        this.terminal = terminal;
        this.json = json;
        this.quiet = quiet;
        this.before = before;
    }

    /**
     * The form of results.
     *
     * @return true for JSON, false for text
     */
    public boolean isJson() {
        return json;
    }

    /**
     * Shows a result on standard output.
     *
     * @param report the result
     */
    public void show(Report report) {
        before.run();
        if (json) {
            terminal.out().println(Json.object(report.json()));
        } else {
            report.print(new Lines(terminal.out()));
        }
    }

    /**
     * Shows a list, which says nothing on standard output where there is nothing in it.
     *
     * @param list the list
     * @param nothing what a note says then
     */
    public void showList(Fields list, String nothing) {
        show(list);
        if (!json && list.isSilent()) {
            note(nothing);
        }
    }

    /**
     * Says something beside the result, on standard error.
     *
     * @param sentence what there is to say
     */
    public void note(String sentence) {
        if (!quiet) {
            before.run();
            terminal.err().println(sentence);
        }
    }

    /** Takes lines. */
    private record Lines(PrintStream out) implements Consumer<String> {

        @Override
        public void accept(String line) {
            out.println(line);
        }
    }
}
