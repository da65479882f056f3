package io.github.tagsmith.cli.readers;

import io.github.tagsmith.cli.output.Report;
import io.github.tagsmith.core.bytes.Bytes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a driver answered.
 *
 * @param command the command's name
 * @param reader the reader
 * @param code the control code
 * @param input what it was given
 * @param answer what came back
 */
record DriverAnswer(String command, String reader, long code, Bytes input, Bytes answer) implements Report {

    @Override
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("command", command);
        json.put("reader", reader);
        json.put("code", String.format("%08X", code));
        json.put("input", input.toHex());
        json.put("answer", answer.toHex());
        return json;
    }

    @Override
    public void print(Consumer<String> line) {
        line.accept("> " + String.format("%08X", code) + (input.isEmpty() ? "" : " " + input));
        line.accept("< " + answer);
    }
}
