package io.github.tagsmith.cli.script;

import java.util.List;

/** Runs the commands of scripts, and says what went wrong. */
public interface LineRunner {

    /**
     * Runs a command.
     *
     * @param call what it runs in
     * @param words the command line
     * @return its exit status
     */
    int run(Call call, List<String> words);

    /**
     * Reports an error of the script itself.
     *
     * @param call what the line runs in
     * @param error the error
     * @return the exit status for it
     */
    int report(Call call, Exception error);
}
