package io.github.tagsmith.cli.readers;

import io.github.tagsmith.cli.output.Report;
import io.github.tagsmith.core.contactless.SettingValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A setting that was changed.
 *
 * @param command which command did it
 * @param reader the reader's name
 * @param value what the reader answered
 */
record SettingReport(String command, String reader, SettingValue value) implements Report {

    @Override
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("command", command);
        json.put("reader", reader);
        json.put("setting", value.name());
        json.put("answer", value.bytes().toHex());
        json.put("state", value.text());
        return json;
    }

    @Override
    public void print(Consumer<String> line) {
        line.accept(value.name() + (value.text().isEmpty() ? " is set" : ": the reader answers " + value.text()));
    }
}
