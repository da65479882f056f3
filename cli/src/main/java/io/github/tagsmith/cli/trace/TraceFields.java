package io.github.tagsmith.cli.trace;

import io.github.tagsmith.core.apdu.CommandApdu;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.Hex;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.meaning.DesfireExchange;
import io.github.tagsmith.core.meaning.Meaning;
import io.github.tagsmith.core.trace.ccid.CcidInterface;
import io.github.tagsmith.core.trace.ccid.CcidMessage;
import io.github.tagsmith.core.trace.ccid.CcidNotification;
import io.github.tagsmith.core.trace.ccid.ControlRequest;
import io.github.tagsmith.core.trace.ccid.MessageFields;
import io.github.tagsmith.core.trace.exchange.ApduExchange;
import io.github.tagsmith.core.trace.exchange.CardSlot;
import io.github.tagsmith.core.trace.exchange.SlotEvent;
import io.github.tagsmith.core.trace.exchange.T1Block;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The JSON members of what a capture holds. */
final class TraceFields {

    private TraceFields() {}

    static Map<String, @Nullable Object> of(CcidMessage message, Optional<T1Block> block) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("packet", message.packet());
        putSource(fields, message.source());
        if (message.packets().size() > 1) {
            fields.put("packets", message.packets());
        }
        if (message.cut()) {
            fields.put("cut", true);
        }
        fields.put("dir", message.isAnswer() ? "in" : "out");
        fields.put("type", MessageFields.title(message));
        fields.put("code", Hex.ofByte(message.code()));
        fields.put("dwLength", message.length());
        fields.put("slot", message.slot());
        fields.put("seq", message.sequence());
        fields.putAll(MessageFields.of(message));
        if (message.cut()) {
            fields.put("capturedDataBytes", message.data().length());
        } else {
            fields.put("data", message.data().toHex());
        }
        message.request().ifPresent(request -> fields.put("requestPacket", request.packet()));
        block.ifPresent(t1 -> fields.put("t1", of(t1)));
        return fields;
    }

    private static void putSource(Map<String, @Nullable Object> fields, CcidInterface source) {
        fields.put("device", source.device().toString());
        source.number().ifPresent(number -> fields.put("interface", number));
    }

    private static Map<String, Object> of(T1Block block) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("nad", Hex.ofByte(block.nad()));
        fields.put("pcb", Hex.ofByte(block.pcb()));
        fields.put("len", block.length());
        fields.put("block", block.type().name());
        switch (block.type()) {
            case I -> {
                fields.put("ns", block.sendSequence());
                fields.put("more", block.hasMore());
            }
            case R -> {
                fields.put("nr", block.receiveSequence());
                fields.put("error", block.complaint());
            }
            case S -> {
                block.supervisory().ifPresent(kind -> fields.put("kind", kind.name()));
                fields.put("direction", block.isSupervisoryAnswer() ? "response" : "request");
                if (block.information().length() == 1) {
                    fields.put("value", block.information().get(0));
                }
            }
        }
        fields.put("lrcOk", block.isIntact());
        if (block.cut()) {
            fields.put("cut", true);
        }
        return fields;
    }

    static Map<String, @Nullable Object> of(CcidNotification notification) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        Bytes raw = notification.raw();
        fields.put("packet", notification.packet());
        putSource(fields, notification.source());
        fields.put("type", notification.isSlotChange() ? "RDR_to_PC_NotifySlotChange" : "RDR_to_PC_HardwareError");
        fields.put("code", Hex.ofByte(raw.get(0)));
        if (notification.isSlotChange()) {
            List<Map<String, Object>> slots = new ArrayList<>();
            for (int slot = 0; slot < notification.slots(); slot++) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("slot", slot);
                one.put("present", notification.isPresent(slot));
                one.put("changed", notification.isChanged(slot));
                slots.add(one);
            }
            fields.put("slots", slots);
        } else {
            fields.put("slot", raw.get(1));
            fields.put("seq", raw.get(2));
            fields.put("hardwareError", Hex.ofByte(raw.get(3)));
        }
        fields.put("raw", raw.toHex());
        return fields;
    }

    static Map<String, @Nullable Object> of(ControlRequest request) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("packet", request.packet());
        fields.put("device", request.source().device().toString());
        fields.put("request", request.request().name());
        fields.put("status", request.status());
        fields.put("wValue", Hex.ofShort(request.value()));
        request.source().number().ifPresent(number -> fields.put("interface", number));
        fields.put("data", request.data().toHex());
        return fields;
    }

    static Map<String, @Nullable Object> of(SlotEvent event) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        putPlace(fields, event.slot(), event.readerName());
        fields.put("event", event.kind().id());
        fields.putAll(event.details());
        fields.put("packets", event.packets());
        return fields;
    }

    private static void putPlace(
            Map<String, @Nullable Object> fields, Optional<CardSlot> slot, Optional<String> reader) {
        slot.ifPresent(place -> {
            fields.put("device", place.reader().device().toString());
            fields.put("slot", place.slot());
            place.reader().number().ifPresent(number -> fields.put("interface", number));
        });
        reader.ifPresent(name -> fields.put("reader", name));
    }

    static Map<String, @Nullable Object> of(ApduExchange exchange, long number, Optional<Meaning> meaning) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("n", number);
        putPlace(fields, exchange.slot(), exchange.readerName());
        fields.put("level", exchange.level().id());
        fields.put("packets", exchange.packets());
        if (exchange.incomplete()) {
            fields.put("incomplete", true);
        }
        exchange.command().ifPresent(command -> {
            fields.put("command", command.toHex());
            fields.put("response", exchange.response().map(Bytes::toHex).orElse(null));
            exchange.response().flatMap(TraceFields::statusWord).ifPresent(sw -> fields.put("sw", sw));
            commandCase(command).ifPresent(name -> fields.put("case", name));
        });
        exchange.error().ifPresent(error -> fields.put("error", error));
        if (exchange.chained()) {
            fields.put("chained", true);
        }
        meaning.ifPresent(found -> fields.put("meaning", of(found)));
        exchange.comment().ifPresent(comment -> fields.put("comment", comment));
        return fields;
    }

    private static Map<String, Object> of(Meaning meaning) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("op", meaning.op());
        fields.put("params", meaning.params());
        if (!meaning.result().isEmpty()) {
            fields.put("result", meaning.result());
        }
        meaning.status().ifPresent(status -> fields.put("status", status));
        return fields;
    }

    static Map<String, Object> of(DesfireExchange exchange) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", exchange.command());
        fields.put("frames", exchange.frames());
        fields.put("params", exchange.params());
        fields.put("data", exchange.data().toHex());
        fields.put("status", exchange.status());
        if (!exchange.parsed().isEmpty()) {
            fields.put("parsed", exchange.parsed());
        }
        return fields;
    }

    static Optional<String> statusWord(Bytes response) {
        int end = response.length() - 2;
        return end < 0 ? Optional.empty() : Optional.of(response.slice(end).toHex());
    }

    /** The case of ISO/IEC 7816-4 section 5.1, with S for short and E for extended lengths. */
    private static Optional<String> commandCase(Bytes bytes) {
        try {
            CommandApdu command = CommandApdu.parse(bytes);
            int number = (command.data().isEmpty() ? 1 : 3) + (command.ne() == 0 ? 0 : 1);
            String form = command.extended() ? "E" : "S";
            return Optional.of(number == 1 ? "1" : number + form);
        } catch (NfcException e) {
            return Optional.empty();
        }
    }
}
