package io.github.tagsmith.cli.output;

import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The result of a command, in both forms. */
public interface Report {

    /**
     * The members of its JSON object, in order, without {@code schema}.
     *
     * @return maps, iterables, texts, numbers, booleans and null
     */
    Map<String, @Nullable Object> json();

    /**
     * Prints it for people.
     *
     * @param line takes each line
     */
    void print(Consumer<String> line);
}
