package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.dump.CardFacts;
import io.github.tagsmith.classic.dump.CardIdentity;
import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.cli.output.Printable;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.Hex;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What card it is: name and value, in order, for text and page; and what the file's head says, for JSON. */
final class CardText {

    private static final String UNKNOWN = "unknown";
    private static final int SHORT_UID = 4;

    private static final Map<String, String> TYPES = Map.of(
            "mini", "Mini",
            "1k", "1K",
            "2k", "2K",
            "4k", "4K",
            "1k-ev1-hidden", "1K EV1, with its hidden sectors",
            "1k-in-4k-image", "1K, in an image of 4K");

    private CardText() {}

    /** What people call a card of that type. */
    static String name(String type) {
        return "MIFARE Classic " + TYPES.getOrDefault(type, type);
    }

    static Map<String, String> lines(Dump dump) {
        CardFacts facts = CardFacts.of(dump);
        CardIdentity identity = dump.identity();
        Map<String, String> lines = new LinkedHashMap<>();
        if (identity.name().isPresent()) {
            lines.put("name", Printable.of(identity.name().get()));
        }
        lines.put("type", name(facts.type()));
        lines.put("UID", facts.uid().isPresent() ? facts.uid().get().toHex() : UNKNOWN);
        lines.put("ATQA", facts.atqa().isPresent() ? word(facts.atqa().get()) : UNKNOWN);
        lines.put("SAK", facts.sak().isPresent() ? Hex.ofByte(facts.sak().get()) : UNKNOWN);
        if (hasWrongBcc(facts)) {
            lines.put("BCC", "wrong");
        }
        if (identity.ats().isPresent()) {
            lines.put("ATS", identity.ats().get().toHex());
        }
        if (identity.signature().isPresent()) {
            lines.put("signature", identity.signature().get().toHex());
        }
        return lines;
    }

    /** Only a UID of four bytes has one; one that is unknown may be such a UID. */
    private static boolean hasWrongBcc(CardFacts facts) {
        boolean isShort = facts.uid().isEmpty() || facts.uid().get().length() == SHORT_UID;
        return isShort && facts.bccOk().isPresent() && !facts.bccOk().get();
    }

    private static String word(int atqa) {
        return Hex.ofShort(atqa);
    }

    static Map<String, @Nullable Object> header(Dump dump, @Nullable String fileType) {
        CardIdentity identity = dump.identity();
        Map<String, @Nullable Object> header = new LinkedHashMap<>();
        header.put("fileType", fileType);
        header.put("uid", identity.uid().map(Bytes::toHex).orElse(null));
        header.put("atqa", identity.atqa().map(CardText::word).orElse(null));
        header.put("sak", identity.sak().map(Hex::ofByte).orElse(null));
        header.put("ats", identity.ats().map(Bytes::toHex).orElse(null));
        header.put("signature", identity.signature().map(Bytes::toHex).orElse(null));
        header.put("name", identity.name().orElse(null));
        return header;
    }
}
