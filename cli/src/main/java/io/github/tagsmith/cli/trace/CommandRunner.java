package io.github.tagsmith.cli.trace;

import io.github.tagsmith.cli.terminal.Terminal;
import java.util.List;

/** Runs a command line. */
@FunctionalInterface
public interface CommandRunner {

    /**
     * Runs it as if it had been typed.
     *
     * @param terminal what it runs in
     * @param words the command line
     * @return its exit status
     */
    int run(Terminal terminal, List<String> words);
}
