package io.github.tagsmith.cli.classic;

import io.github.tagsmith.cli.output.Report;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * That a file was written from another.
 *
 * @param command the command
 * @param from the file that was read
 * @param to the file that was written
 * @param format its format
 * @param written false if it was only tried
 * @param losses what the format cannot say, a sentence each
 */
record WrittenReport(String command, Path from, Path to, String format, boolean written, List<String> losses)
        implements Report {

    WrittenReport {
        losses = List.copyOf(losses);
    }

    @Override
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("command", command);
        json.put("from", from.toString());
        json.put("file", to.toString());
        json.put("format", format);
        json.put("written", written);
        json.put("losses", losses);
        return json;
    }

    @Override
    public void print(Consumer<String> line) {
        line.accept(from + " -> " + to + " (" + format + ")" + (written ? "" : ", not written: --dry-run"));
        losses.forEach(loss -> line.accept("  lost: " + loss));
    }
}
