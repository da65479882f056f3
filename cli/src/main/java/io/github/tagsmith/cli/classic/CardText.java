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
        identity.name().ifPresent(name -> lines.put("name", Printable.of(name)));
        lines.put("type", name(facts.type()));
        lines.put("UID", facts.uid().map(Bytes::toHex).orElse(UNKNOWN));
        lines.put("ATQA", facts.atqa().map(CardText::word).orElse(UNKNOWN));
        lines.put("SAK", facts.sak().map(Hex::ofByte).orElse(UNKNOWN));
        facts.bccOk().filter(ok -> !ok && hasShortUid(facts)).ifPresent(no -> lines.put("BCC", "wrong"));
        identity.ats().ifPresent(ats -> lines.put("ATS", ats.toHex()));
        identity.signature().ifPresent(signature -> lines.put("signature", signature.toHex()));
        return lines;
    }

    private static boolean hasShortUid(CardFacts facts) {
        return facts.uid().map(uid -> uid.length() == 4).orElse(true);
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
