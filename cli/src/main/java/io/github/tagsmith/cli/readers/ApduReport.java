package io.github.tagsmith.cli.readers;

import io.github.tagsmith.cli.output.Report;
import io.github.tagsmith.core.apdu.ResponseApdu;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.meaning.StatusText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What was sent and what came back.
 *
 * @param exchanges in order
 */
record ApduReport(List<Exchange> exchanges) implements Report {

    private static final int SHORTEST_TEXT = 4;

    ApduReport {
        exchanges = List.copyOf(exchanges);
    }

    @Override
    public Map<String, @Nullable Object> json() {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        for (Exchange exchange : exchanges) {
            all.add(exchange.expression().isPresent() ? commandJson(exchange) : resetJson(exchange));
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("command", "apdu");
        json.put("apdus", all);
        return json;
    }

    private static Map<String, @Nullable Object> commandJson(Exchange exchange) {
        ApduExpression expression = exchange.expression().orElseThrow();
        ResponseApdu response = exchange.response().orElseThrow();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("command", expression.command().toHex());
        json.put("data", response.data().toHex());
        json.put("sw", response.sw().toString());
        json.put("meaning", StatusText.of(response.sw()).text());
        json.put("expected", expression.expected().map(Object::toString).orElse(null));
        return json;
    }

    private static Map<String, @Nullable Object> resetJson(Exchange exchange) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("reset", true);
        json.put("atr", exchange.atr().toHex());
        return json;
    }

    @Override
    public void print(Consumer<String> line) {
        for (Exchange exchange : exchanges) {
            exchange.expression()
                    .ifPresentOrElse(
                            expression -> print(expression, exchange.response().orElseThrow(), line), () -> {
                                line.accept("> reset");
                                line.accept("< ATR " + exchange.atr());
                            });
        }
    }

    private static void print(ApduExpression expression, ResponseApdu response, Consumer<String> line) {
        line.accept("> " + expression.command());
        Bytes data = response.data();
        line.accept("< " + (data.isEmpty() ? "" : data + " ") + response.sw()
                + (response.isOk() ? "" : "  " + StatusText.of(response.sw()).text()) + text(data));
        if (!expression.isMetBy(response)) {
            expression.expected().ifPresent(wanted -> line.accept("  expected " + wanted + "; nothing more is sent"));
        }
    }

    /** The data as text, where it is nothing but printable characters. */
    private static String text(Bytes data) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < data.length(); i++) {
            int c = data.get(i);
            if (c < 0x20 || c > 0x7E) {
                return "";
            }
            text.append((char) c);
        }
        return text.length() < SHORTEST_TEXT ? "" : "  \"" + text + "\"";
    }
}
