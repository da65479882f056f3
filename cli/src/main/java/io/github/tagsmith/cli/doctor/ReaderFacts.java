package io.github.tagsmith.cli.doctor;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.ReaderSource;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.StorageCard;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.Reader;
import io.github.tagsmith.core.reader.ReaderAttribute;
import io.github.tagsmith.core.reader.ReaderStatus;
import io.github.tagsmith.core.reader.ShareMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a bug report needs to know of a reader.
 *
 * @param name its name
 * @param dialect how it is spoken to
 * @param state what is in it, or why that is not known
 * @param atr the card's ATR; empty without one
 * @param driver what the driver says of itself; empty if nothing
 * @param uid the card's UID, where it is asked for
 */
record ReaderFacts(String name, String dialect, String state, Bytes atr, String driver, Optional<Bytes> uid) {

    /** All readers, or none where there is no service: {@code doctor} says why. */
    static List<ReaderFacts> all(CommandContext context) {
        List<ReaderFacts> all = new ArrayList<>();
        try (ReaderSource source = context.openReaders()) {
            for (Reader reader : source.list()) {
                all.add(of(reader, source, context));
            }
        } catch (NfcException none) {
            return List.of();
        }
        return all;
    }

    private static ReaderFacts of(Reader reader, ReaderSource source, CommandContext context) {
        String dialect = "unknown";
        try {
            dialect = context.dialect(reader.name()).id();
            ReaderStatus status = reader.status();
            boolean card = status.cardPresent() && !status.mute();
            String state = !status.cardPresent() ? "empty" : card ? "card" : "mute";
            String use = status.exclusive() ? ", in exclusive use" : status.inUse() ? ", in use" : "";
            if (status.exclusive()) {
                return new ReaderFacts(reader.name(), dialect, state + use, status.atr(), "", Optional.empty());
            }
            try (Card opened = source.connect(reader, card ? ShareMode.SHARED : ShareMode.DIRECT)) {
                Optional<Bytes> uid = card && context.verbose() ? uid(opened) : Optional.empty();
                return new ReaderFacts(reader.name(), dialect, state + use, status.atr(), driver(opened), uid);
            }
        } catch (NfcException e) {
            return new ReaderFacts(
                    reader.name(), dialect, String.valueOf(e.getMessage()), Bytes.EMPTY, "", Optional.empty());
        }
    }

    private static Optional<Bytes> uid(Card card) {
        try {
            return Optional.of(new StorageCard(card).uid());
        } catch (NfcException notTold) {
            return Optional.empty();
        }
    }

    private static String driver(Card card) {
        StringJoiner facts = new StringJoiner(", ");
        text(card, ReaderAttribute.VENDOR_NAME).ifPresent(facts::add);
        text(card, ReaderAttribute.VENDOR_IFD_TYPE).ifPresent(facts::add);
        attribute(card, ReaderAttribute.VENDOR_IFD_VERSION).ifPresent(value -> facts.add("version " + value.toHex()));
        return facts.toString();
    }

    private static Optional<String> text(Card card, ReaderAttribute attribute) {
        return attribute(card, attribute)
                .map(value ->
                        value.toText(StandardCharsets.UTF_8).replace("\0", "").strip())
                .filter(value -> !value.isEmpty());
    }

    private static Optional<Bytes> attribute(Card card, ReaderAttribute attribute) {
        try {
            return Optional.of(card.attribute(attribute));
        } catch (NfcException notTold) {
            return Optional.empty();
        }
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("dialect", dialect);
        json.put("state", state);
        json.put("atr", atr.isEmpty() ? null : atr.toHex());
        json.put("driver", driver.isEmpty() ? null : driver);
        uid.ifPresent(known -> json.put("uid", known.toHex()));
        return json;
    }

    void print(Consumer<String> line) {
        line.accept(name + ": " + state + ", dialect " + dialect);
        if (!atr.isEmpty()) {
            line.accept("  ATR " + atr + uid.map(known -> ", UID " + known).orElse(""));
        }
        if (!driver.isEmpty()) {
            line.accept("  driver " + driver);
        }
    }
}
