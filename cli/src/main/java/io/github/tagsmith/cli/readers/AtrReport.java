package io.github.tagsmith.cli.readers;

import io.github.tagsmith.cli.output.Report;
import io.github.tagsmith.core.bytes.Hex;
import io.github.tagsmith.core.identify.Atr;
import io.github.tagsmith.core.identify.StorageCardAtr;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A decoded ATR.
 *
 * @param atr the ATR
 * @param listed texts of the installed ATR list
 */
record AtrReport(Atr atr, List<String> listed) implements Report {

    AtrReport {
        listed = List.copyOf(listed);
    }

    @Override
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("command", "atr");
        json.put("atr", atr.bytes().toHex());
        Map<String, String> interfaceBytes = new LinkedHashMap<>();
        atr.interfaceBytes().forEach(b -> interfaceBytes.put(b.name(), Hex.ofByte(b.value())));
        json.put("interfaceBytes", interfaceBytes);
        json.put("protocols", atr.protocols());
        json.put("historical", atr.historical().toHex());
        json.put("tck", check());
        json.put("lengthOk", atr.lengthIsRight());
        json.put("storageCard", atr.storageCard().map(AtrReport::storageJson).orElse(null));
        json.put("listed", listed);
        return json;
    }

    private static Map<String, Object> storageJson(StorageCardAtr card) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ss", Hex.ofByte(card.standard()));
        json.put("standard", card.standardName());
        json.put("nn", Hex.ofShort(card.cardName()));
        json.put("name", card.cardNameText());
        return json;
    }

    private String check() {
        return atr.check().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void print(Consumer<String> line) {
        line.accept(row("ATR", Hex.spaced(atr.bytes())));
        atr.interfaceBytes().forEach(b -> line.accept(row(b.name(), Hex.ofByte(b.value()))));
        line.accept(row("protocols", atr.protocols().stream().map(t -> "T=" + t).collect(Collectors.joining(", "))));
        line.accept(row("historical", Hex.spaced(atr.historical())));
        line.accept(row("TCK", check()));
        if (!atr.surplus().isEmpty()) {
            line.accept(row("surplus", Hex.spaced(atr.surplus())));
        }
        atr.storageCard()
                .ifPresent(card ->
                        line.accept(row("card", card.cardNameText() + ", " + card.standardName() + " (PC/SC part 3)")));
        listed.forEach(text -> line.accept(row("listed", text)));
    }

    private static String row(String name, String value) {
        return String.format("%-10s  %s", name, value);
    }
}
