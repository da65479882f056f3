package io.github.tagsmith.cli.readers;

import io.github.tagsmith.cli.output.Report;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.Hex;
import io.github.tagsmith.core.identify.CardIdentification;
import io.github.tagsmith.core.identify.CardVersion;
import io.github.tagsmith.core.identify.StorageCardAtr;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a card.
 *
 * @param reader the reader it is in
 * @param dialect how the reader is spoken to
 * @param card what it is
 * @param listed texts of the installed ATR list
 */
record InfoReport(String reader, String dialect, CardIdentification card, List<String> listed) implements Report {

    InfoReport {
        listed = List.copyOf(listed);
    }

    @Override
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("command", "info");
        json.put("reader", reader);
        json.put("dialect", dialect);
        json.put("type", card.type());
        json.put("uid", card.uid().map(Bytes::toHex).orElse(null));
        json.put("randomUid", card.randomUid());
        json.put("atr", card.atr().bytes().toHex());
        json.put("ats", card.ats().map(Bytes::toHex).orElse(null));
        json.put(
                "atqa",
                card.anticollision().map(pair -> Hex.ofShort(pair.atqa())).orElse(null));
        json.put("sak", card.anticollision().map(pair -> Hex.ofByte(pair.sak())).orElse(null));
        json.put(
                "standard",
                card.atr().storageCard().map(StorageCardAtr::standardName).orElse(null));
        json.put("version", card.version().map(InfoReport::versionJson).orElse(null));
        json.put("listed", listed);
        return json;
    }

    private static Map<String, @Nullable Object> versionJson(CardVersion version) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("hardware", version.hardware().toHex());
        json.put("software", version.software().map(Bytes::toHex).orElse(null));
        json.put("storage", version.storage());
        json.put("uid", version.uid().map(Bytes::toHex).orElse(null));
        json.put("batch", version.batch().map(Bytes::toHex).orElse(null));
        json.put("week", version.week().orElse(null));
        json.put("year", version.year().orElse(null));
        return json;
    }

    @Override
    public void print(Consumer<String> line) {
        line.accept("reader   " + reader + " (dialect " + dialect + ")");
        line.accept("type     " + card.type());
        card.uid().ifPresent(uid -> line.accept("UID      " + uid + (card.randomUid() ? " (random)" : "")));
        line.accept("ATR      " + card.atr().bytes());
        card.ats().ifPresent(ats -> line.accept("ATS      " + ats));
        card.anticollision()
                .ifPresent(pair -> line.accept(String.format("ATQA     %04X, SAK %02X", pair.atqa(), pair.sak())));
        card.version().ifPresent(version -> print(version, line));
        if (card.version().isEmpty() && card.atr().storageCard().isEmpty()) {
            listed.stream().filter(InfoReport::isName).forEach(text -> line.accept("listed   " + text));
        }
    }

    private static boolean isName(String text) {
        return !text.startsWith("http");
    }

    private static void print(CardVersion version, Consumer<String> line) {
        line.accept("version  hardware " + version.hardware()
                + version.software().map(software -> ", software " + software).orElse(""));
        line.accept("memory   " + version.storage());
        version.week()
                .ifPresent(week -> line.accept(
                        "made     week " + week + " of 20" + version.year().orElse("??")));
    }
}
