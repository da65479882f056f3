package io.github.tagsmith.cli.readers;

import io.github.tagsmith.cli.input.ReaderSource;
import io.github.tagsmith.cli.output.Report;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.StorageCard;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.identify.Atr;
import io.github.tagsmith.core.identify.StorageCardAtr;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.Reader;
import io.github.tagsmith.core.reader.ReaderEvent;
import io.github.tagsmith.core.reader.ShareMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An event, and who the card is.
 *
 * @param time when it was noticed
 * @param event the event
 * @param type what card it is, where one came
 * @param uid its UID, where the reader tells it
 */
record EventReport(Instant time, ReaderEvent event, Optional<String> type, Optional<Bytes> uid) implements Report {

    static EventReport of(ReaderEvent event, ReaderSource source) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        if (event.atr().isEmpty()) {
            return new EventReport(now, event, Optional.empty(), Optional.empty());
        }
        return new EventReport(now, event, Optional.of(type(event.atr())), uid(event.reader(), source));
    }

    private static String type(Bytes atr) {
        try {
            return Atr.parse(atr)
                    .storageCard()
                    .map(StorageCardAtr::cardNameText)
                    .orElse("ISO/IEC 14443-4 or contact card");
        } catch (NfcException malformed) {
            return "card with a malformed ATR";
        }
    }

    /** A card that is gone again, in exclusive use or without a UID is still an event. */
    private static Optional<Bytes> uid(String name, ReaderSource source) {
        try {
            for (Reader reader : source.current()) {
                if (reader.name().equals(name)) {
                    try (Card card = source.connect(reader, ShareMode.SHARED)) {
                        return Optional.of(new StorageCard(card).uid());
                    }
                }
            }
        } catch (NfcException unknown) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private String name() {
        return event.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("TAGSMITH_EVENT", name());
        variables.put("TAGSMITH_READER", event.reader());
        variables.put("TAGSMITH_TYPE", type.orElse(""));
        variables.put("TAGSMITH_UID", uid.map(Bytes::toHex).orElse(""));
        variables.put("TAGSMITH_ATR", event.atr().toHex());
        return variables;
    }

    @Override
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("command", "watch");
        json.put("time", time.toString());
        json.put("event", name());
        json.put("reader", event.reader().isEmpty() ? null : event.reader());
        json.put("type", type.orElse(null));
        json.put("uid", uid.map(Bytes::toHex).orElse(null));
        json.put("atr", event.atr().isEmpty() ? null : event.atr().toHex());
        return json;
    }

    @Override
    public void print(Consumer<String> line) {
        StringBuilder text = new StringBuilder(String.format("%-14s  %s", name(), event.reader()));
        type.ifPresent(name -> text.append("  ").append(name));
        uid.ifPresent(bytes -> text.append(", UID ").append(bytes));
        if (!event.atr().isEmpty()) {
            text.append(", ATR ").append(event.atr());
        }
        line.accept(text.toString().stripTrailing());
    }
}
