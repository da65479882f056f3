package io.github.tagsmith.cli.readers;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.output.Report;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.Hex;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.identify.Atr;
import io.github.tagsmith.core.identify.StorageCardAtr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code atr}. */
@Command(
        name = "atr",
        description = "Decode an ATR, without a card.",
        footer = {"%nExample:", "  tagsmith atr 3B8F8001804F0CA000000306030001000000006A"})
public final class AtrCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "HEX", arity = "1..*", description = "The bytes; blanks and colons are allowed.")
    private List<String> hex = new ArrayList<>();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public AtrCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        context.output().show(new AtrReport(Atr.parse(Bytes.fromHex(String.join(" ", hex)))));
        return 0;
    }

    /**
     * A decoded ATR.
     *
     * @param atr the ATR
     */
    private record AtrReport(Atr atr) implements Report {

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
            json.put("tck", atr.check().name().toLowerCase(Locale.ROOT));
            json.put("lengthOk", atr.lengthIsRight());
            json.put(
                    "storageCard", atr.storageCard().map(AtrReport::storageJson).orElse(null));
            return json;
        }

        private static Map<String, Object> storageJson(StorageCardAtr card) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("ss", Hex.ofByte(card.standard()));
            json.put("standard", card.standardName());
            json.put("nn", String.format("%04X", card.cardName()));
            json.put("name", card.cardNameText());
            return json;
        }

        @Override
        public void print(Consumer<String> line) {
            line.accept("ATR         " + Hex.spaced(atr.bytes()));
            atr.interfaceBytes().forEach(b -> line.accept(String.format("%-10s  %s", b.name(), Hex.ofByte(b.value()))));
            line.accept(
                    "protocols   " + atr.protocols().stream().map(t -> "T=" + t).collect(Collectors.joining(", ")));
            line.accept("historical  " + Hex.spaced(atr.historical()));
            line.accept("TCK         " + atr.check().name().toLowerCase(Locale.ROOT));
            if (!atr.surplus().isEmpty()) {
                line.accept("surplus     " + Hex.spaced(atr.surplus()));
            }
            atr.storageCard()
                    .ifPresent(card -> line.accept(
                            "card        " + card.cardNameText() + ", " + card.standardName() + " (PC/SC part 3)"));
        }
    }
}
