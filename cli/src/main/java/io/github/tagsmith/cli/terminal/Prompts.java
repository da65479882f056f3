package io.github.tagsmith.cli.terminal;

import org.jspecify.annotations.Nullable;

/** An input that shows prompts by itself. */
public interface Prompts {

    /**
     * Asks for a line.
     *
     * @param prompt what is asked for
     * @return the line; nothing if there is none
     */
    @Nullable
    String ask(String prompt);

    /**
     * Asks for a line that is not shown.
     *
     * @param prompt what is asked for
     * @return the line; nothing if there is none
     */
    @Nullable
    String askSecret(String prompt);
}
