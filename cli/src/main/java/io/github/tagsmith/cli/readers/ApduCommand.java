package io.github.tagsmith.cli.readers;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.CardConnection;
import io.github.tagsmith.cli.output.Report;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.apdu.ResponseApdu;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code apdu}. */
@Command(
        name = "apdu",
        description = "Send APDUs; each in hex, optionally with the status word it must be answered.",
        footer = {"%nExample:", "  tagsmith -r virtual:hello apdu 00A404000AA00000006203010C0601=9000 00000000"})
public final class ApduCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "EXPR", arity = "1..*", description = "HEX or HEX=SW, for instance FFCA000000=9000.")
    private List<String> texts = new ArrayList<>();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public ApduCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        List<ApduExpression> expressions = new ArrayList<>();
        for (String text : texts) {
            expressions.add(ApduExpression.parse(text));
        }
        List<Exchange> exchanges = new ArrayList<>();
        try (CardConnection connection = context.connect()) {
            boolean met = true;
            for (int i = 0; i < expressions.size() && met; i++) {
                ApduExpression expression = expressions.get(i);
                ResponseApdu response = ResponseApdu.parse(connection.channel().transmit(expression.command()));
                met = expression.isMetBy(response);
                exchanges.add(new Exchange(expression, response));
            }
            connection.save();
            context.output().show(new ApduReport(exchanges));
            return (met ? ExitCode.OK : ExitCode.REFUSED).status();
        }
    }

    /**
     * A command and its answer.
     *
     * @param expression what was sent
     * @param response what came back
     */
    private record Exchange(ApduExpression expression, ResponseApdu response) {}

    /**
     * All exchanges.
     *
     * @param exchanges in order
     */
    private record ApduReport(List<Exchange> exchanges) implements Report {

        @Override
        public Map<String, @Nullable Object> json() {
            List<Map<String, @Nullable Object>> all = new ArrayList<>();
            for (Exchange exchange : exchanges) {
                Map<String, @Nullable Object> json = new LinkedHashMap<>();
                json.put("command", exchange.expression().command().toHex());
                json.put("data", exchange.response().data().toHex());
                json.put("sw", exchange.response().sw().toString());
                json.put("meaning", exchange.response().sw().meaning());
                json.put(
                        "expected",
                        exchange.expression().expected().map(Object::toString).orElse(null));
                all.add(json);
            }
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("command", "apdu");
            json.put("apdus", all);
            return json;
        }

        @Override
        public void print(Consumer<String> line) {
            for (Exchange exchange : exchanges) {
                ResponseApdu response = exchange.response();
                line.accept("> " + exchange.expression().command());
                Bytes data = response.data();
                line.accept("< " + (data.isEmpty() ? "" : data + " ") + response.sw()
                        + (response.isOk() ? "" : "  " + response.sw().meaning()) + text(data));
                if (!exchange.expression().isMetBy(response)) {
                    exchange.expression()
                            .expected()
                            .ifPresent(wanted -> line.accept("  expected " + wanted + "; nothing more is sent"));
                }
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
            return text.length() < 4 ? "" : "  \"" + text + "\"";
        }
    }
}
