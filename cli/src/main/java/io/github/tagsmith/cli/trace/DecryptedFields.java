package io.github.tagsmith.cli.trace;

import io.github.tagsmith.cli.trace.HeardCards.Heard;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.Hex;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.observer.ObservedAuthentication;
import io.github.tagsmith.desfire.observer.ObservedMessage;
import io.github.tagsmith.desfire.observer.ObservedMessage.Side;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was heard, as members of JSON objects. */
final class DecryptedFields {

    private DecryptedFields() {}

    static Map<String, @Nullable Object> of(Heard heard, boolean showKeys) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("reader", heard.reader());
        json.put("places", heard.observation().places());
        if (heard.observation() instanceof ObservedAuthentication one) {
            put(json, one, showKeys);
        } else {
            put(json, (ObservedMessage) heard.observation(), showKeys);
        }
        return json;
    }

    private static void put(Map<String, @Nullable Object> json, ObservedAuthentication one, boolean showKeys) {
        json.put("kind", "authentication");
        json.put("method", one.method().toString());
        json.put("first", one.first());
        json.put("application", one.application().map(Aid::toString).orElse(null));
        json.put("keyNo", one.keyNo().value());
        json.put("outcome", one.outcome().toString());
        json.put("status", Hex.ofByte(one.status()));
        json.put("key", one.key().map(known -> known.origin()).orElse(null));
        json.put("session", one.sessionKeys().map(SessionKeyText::fingerprint).orElse(null));
        json.put("ti", one.ti().isEmpty() ? null : one.ti().toHex());
        if (showKeys) {
            one.key()
                    .ifPresent(known ->
                            json.put("keyValue", known.key().value().reveal().toHex()));
            one.sessionKeys().ifPresent(keys -> {
                json.put("sessionEncKey", keys.encryption().reveal().toHex());
                json.put("sessionMacKey", keys.mac().reveal().toHex());
            });
        }
    }

    private static void put(Map<String, @Nullable Object> json, ObservedMessage one, boolean showKeys) {
        boolean hidden = one.carriesKey() && one.command().mode() != CommMode.PLAIN && !showKeys;
        json.put("kind", "message");
        json.put("instruction", one.instruction().toString());
        json.put("sent", side(one.command(), hidden));
        json.put("answered", side(one.answer(), false));
        json.put("status", Hex.ofByte(one.status()));
        json.put("counters", one.counters().isEmpty() ? null : one.counters());
        json.put("note", one.note().isEmpty() ? null : one.note());
    }

    private static Map<String, @Nullable Object> side(Side side, boolean hidden) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("mode", side.mode().name().toLowerCase(Locale.ROOT));
        json.put("verdict", side.verdict().name().toLowerCase(Locale.ROOT));
        json.put("data", hidden ? null : side.clear().map(Bytes::toHex).orElse(null));
        return json;
    }
}
