package io.github.tagsmith.cli.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A small result: members for programs, lines for people. */
public final class Fields implements Report {

    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();

    /**
     * A result without anything in it.
     *
     * @param command the command it is of
     */
    public Fields(String command) {
        members.put("command", command);
    }

    /**
     * Adds a member.
     *
     * @param name its name
     * @param value maps, iterables, texts, numbers, booleans and null
     * @return this
     */
    public Fields with(String name, @Nullable Object value) {
        members.put(name, value);
        return this;
    }

    /**
     * Adds a line.
     *
     * @param line the line
     * @return this
     */
    public Fields line(String line) {
        lines.add(line);
        return this;
    }

    /** Whether there is nothing for people to read. */
    boolean isSilent() {
        return lines.isEmpty();
    }

    @Override
    public Map<String, @Nullable Object> json() {
        return members;
    }

    @Override
    public void print(Consumer<String> line) {
        lines.forEach(line);
    }
}
