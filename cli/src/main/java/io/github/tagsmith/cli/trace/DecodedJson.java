package io.github.tagsmith.cli.trace;

import io.github.tagsmith.cli.output.Json;
import io.github.tagsmith.core.meaning.DesfireExchange;
import io.github.tagsmith.core.meaning.Interpretation;
import io.github.tagsmith.core.meaning.Meaning;
import io.github.tagsmith.core.meaning.Secrets;
import io.github.tagsmith.core.trace.capture.CaptureFault;
import io.github.tagsmith.core.trace.capture.FaultKind;
import io.github.tagsmith.core.trace.ccid.CcidMessage;
import io.github.tagsmith.core.trace.ccid.CcidNotification;
import io.github.tagsmith.core.trace.ccid.ControlRequest;
import io.github.tagsmith.core.trace.decode.CaptureSummary;
import io.github.tagsmith.core.trace.exchange.ApduExchange;
import io.github.tagsmith.core.trace.exchange.SlotEvent;
import io.github.tagsmith.core.trace.exchange.T1Block;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a capture says, as one JSON object whose arrays grow side by side. */
final class DecodedJson implements DecodedOutput {

    private final String file;
    private final PrintStream out;
    private final JsonSpool cutPackets = new JsonSpool();
    private final JsonSpool controls = new JsonSpool();
    private final JsonSpool messages = new JsonSpool();
    private final JsonSpool events = new JsonSpool();
    private final JsonSpool apdus = new JsonSpool();
    private final JsonSpool desfire = new JsonSpool();
    private final JsonSpool faults = new JsonSpool();
    private final CardMeanings meanings = new CardMeanings();
    private long count;

    DecodedJson(String file, PrintStream out) {
        this.file = file;
        this.out = out;
    }

    @Override
    public void message(CcidMessage message, Optional<T1Block> block) {
        messages.add(TraceFields.of(message, block));
    }

    @Override
    public void notification(CcidNotification notification) {
        messages.add(TraceFields.of(notification));
    }

    @Override
    public void control(ControlRequest request) {
        controls.add(TraceFields.of(request));
    }

    @Override
    public void event(SlotEvent event) {
        meanings.take(event).ifPresent(this::add);
        events.add(TraceFields.of(event));
    }

    @Override
    public void exchange(ApduExchange exchange) {
        count++;
        Optional<Meaning> meaning = exchange.command()
                .flatMap(command -> meanings.meaning(exchange, Secrets.clear(command, exchange.response())))
                .flatMap(Interpretation::meaning);
        apdus.add(TraceFields.of(exchange, count, meaning));
        meanings.desfire(exchange, count).forEach(this::add);
    }

    private void add(DesfireExchange exchange) {
        desfire.add(TraceFields.of(exchange));
    }

    @Override
    public void cutPacket(long packet) {
        cutPackets.add(packet);
    }

    @Override
    public void fault(CaptureFault fault) {
        faults.add(of(fault));
    }

    private static Map<String, @Nullable Object> of(CaptureFault fault) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("severity", fault.kind().severity() == FaultKind.Severity.NOTICE ? "notice" : "warning");
        putFault(fields, fault);
        return fields;
    }

    private static void putFault(Map<String, @Nullable Object> fields, CaptureFault fault) {
        fields.put("fault", fault.kind().id());
        fields.put("message", fault.message());
        fault.offset().ifPresent(offset -> fields.put("offset", offset));
        fault.packet().ifPresent(packet -> fields.put("packet", packet));
    }

    @Override
    public void flush() {
        // an object is of no use before its end
    }

    @Override
    public void end(CaptureSummary summary) {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            write(writer, summary);
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Writer writer, CaptureSummary summary) throws IOException {
        writer.append("{\"schema\":").append(Json.value(Json.SCHEMA));
        member(writer, "command", "trace decode");
        member(writer, "file", file);
        if (summary.format().isPresent()) {
            member(writer, "linkTypes", SummaryFields.linkTypes(summary.format().get()));
            String format = Json.value(SummaryFields.format(summary.format().get(), summary));
            writer.append(",\"format\":").append(format, 0, format.length() - 1);
            array(writer, "cutPackets", cutPackets);
            writer.append('}');
        }
        member(writer, "devices", SummaryFields.readers(summary));
        member(writer, "otherDevices", SummaryFields.others(summary));
        array(writer, "controlRequests", controls);
        array(writer, "messages", messages);
        array(writer, "events", events);
        array(writer, "apdus", apdus);
        meanings.end().forEach(this::add);
        if (!desfire.isEmpty()) {
            array(writer, "desfire", desfire);
        }
        if (!faults.isEmpty()) {
            array(writer, "faults", faults);
        }
        if (summary.end().isPresent()) {
            member(writer, "error", error(summary.end().get()));
        }
        writer.append("}\n");
    }

    private static Map<String, @Nullable Object> error(CaptureFault fault) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("kind", "malformed-input");
        putFault(fields, fault);
        fields.put("status", null);
        fields.put("hint", null);
        return fields;
    }

    private static void member(Writer writer, String name, Object value) throws IOException {
        writer.append(",\"").append(name).append("\":").append(Json.value(value));
    }

    private static void array(Writer writer, String name, JsonSpool spool) throws IOException {
        writer.append(",\"").append(name).append("\":");
        spool.writeTo(writer);
    }

    @Override
    public void close() throws IOException {
        for (JsonSpool spool : List.of(cutPackets, controls, messages, events, apdus, desfire, faults)) {
            spool.close();
        }
    }
}
