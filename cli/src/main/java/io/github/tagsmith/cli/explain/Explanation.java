package io.github.tagsmith.cli.explain;

import io.github.tagsmith.cli.output.Paragraph;
import io.github.tagsmith.cli.output.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What something is, what it is likely caused by, and what to do.
 *
 * @param topic the word behind {@code explain}
 * @param value what is explained
 * @param name its name
 * @param details more about it: texts, numbers, truth values and lists, by name, in order
 * @param causes likely causes, the likeliest first
 * @param remedies what to do
 */
record Explanation(
        String topic,
        String value,
        String name,
        Map<String, Object> details,
        List<String> causes,
        List<String> remedies)
        implements Report {

    private static final int LABEL = 10;

    Explanation {
        causes = List.copyOf(causes);
        remedies = List.copyOf(remedies);
    }

    @Override
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("command", "explain " + topic);
        json.put("value", value);
        json.put("name", name);
        json.put("details", details);
        json.put("causes", causes);
        json.put("remedies", remedies);
        return json;
    }

    @Override
    public void print(Consumer<String> line) {
        line.accept(value + "  " + name);
        int indent = LABEL;
        for (String label : details.keySet()) {
            indent = Math.max(indent, label.length() + 2);
        }
        for (Map.Entry<String, Object> detail : details.entrySet()) {
            paragraph(detail.getKey(), text(detail.getValue()), indent, line);
        }
        list("causes", causes, indent, line);
        list("do", remedies, indent, line);
    }

    private static String text(Object detail) {
        if (detail instanceof Iterable<?> elements) {
            List<String> texts = new ArrayList<>();
            for (Object element : elements) {
                texts.add(String.valueOf(element));
            }
            return String.join(", ", texts);
        }
        return String.valueOf(detail);
    }

    private static void list(String label, List<String> texts, int indent, Consumer<String> line) {
        String head = label;
        for (String text : texts) {
            paragraph(head, text, indent, line);
            head = "";
        }
    }

    /** A label and a text beside it. */
    private static void paragraph(String label, String text, int indent, Consumer<String> line) {
        Paragraph.lines("  " + label + " ".repeat(indent - label.length()), text)
                .forEach(line);
    }
}
