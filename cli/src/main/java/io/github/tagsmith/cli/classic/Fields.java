package io.github.tagsmith.cli.classic;

import io.github.tagsmith.cli.output.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A small result: members for programs, lines for people. */
final class Fields implements Report {

    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();

    Fields(String command) {
        members.put("command", command);
    }

    Fields with(String name, @Nullable Object value) {
        members.put(name, value);
        return this;
    }

    Fields line(String line) {
        lines.add(line);
        return this;
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
