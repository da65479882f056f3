package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.dump.CardFacts;
import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.dump.DumpDifference;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.ValueBlock;
import io.github.tagsmith.cli.output.Report;
import io.github.tagsmith.cli.output.Style;
import io.github.tagsmith.cli.output.Style.Role;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.Hex;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How two dumps differ.
 *
 * @param before the card of the first one
 * @param after the card of the second one
 * @param blocks the blocks that differ
 * @param style colours or none
 */
record DiffReport(CardFacts before, CardFacts after, List<DumpDifference> blocks, Style style) implements Report {

    private static final String UNKNOWN_BYTE = "??";

    DiffReport {
        blocks = List.copyOf(blocks);
    }

    static DiffReport of(Dump before, Dump after, Style style) {
        return new DiffReport(CardFacts.of(before), CardFacts.of(after), DumpDifference.between(before, after), style);
    }

    boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** What is said of the card beside its blocks, where both say something. */
    private Map<String, List<String>> facts() {
        Map<String, List<String>> facts = new LinkedHashMap<>();
        put(facts, "type", Optional.of(before.type()), Optional.of(after.type()));
        put(facts, "UID", before.uid().map(Bytes::toHex), after.uid().map(Bytes::toHex));
        put(facts, "ATQA", before.atqa().map(DiffReport::word), after.atqa().map(DiffReport::word));
        put(facts, "SAK", before.sak().map(Hex::ofByte), after.sak().map(Hex::ofByte));
        return facts;
    }

    private static void put(
            Map<String, List<String>> facts, String name, Optional<String> before, Optional<String> after) {
        if (before.isPresent() && after.isPresent() && !before.equals(after)) {
            facts.put(name, List.of(before.get(), after.get()));
        }
    }

    private static String word(int atqa) {
        return Hex.ofShort(atqa);
    }

    @Override
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("command", "classic diff");
        json.put("equal", isEmpty());
        json.put("card", facts());
        json.put("blocks", blocks.stream().map(DiffReport::blockJson).toList());
        return json;
    }

    private static Map<String, @Nullable Object> blockJson(DumpDifference difference) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("block", difference.block().value());
        json.put("sector", difference.block().sector().value());
        json.put("before", hex(difference.before()));
        json.put("after", hex(difference.after()));
        json.put("bytes", difference.places());
        json.put("valueBefore", difference.valueBefore().map(ValueBlock::value).orElse(null));
        json.put("valueAfter", difference.valueAfter().map(ValueBlock::value).orElse(null));
        json.put("changes", TrailerChanges.of(difference));
        return json;
    }

    private static @Nullable String hex(BlockContent content) {
        return content.isUnknown() ? null : content.toHex(UNKNOWN_BYTE);
    }

    @Override
    public void print(Consumer<String> line) {
        facts().forEach((name, values) -> line.accept(name + ": " + values.get(0) + " -> " + values.get(1)));
        line.accept(
                isEmpty()
                        ? "no block differs"
                        : blocks.size() + (blocks.size() == 1 ? " block differs" : " blocks differ"));
        blocks.forEach(difference -> print(difference, line));
    }

    private void print(DumpDifference difference, Consumer<String> line) {
        line.accept(style.paint(Role.HEADING, "block " + difference.block()) + ", sector "
                + difference.block().sector() + meaning(difference));
        boolean trailer = difference.block().isTrailer();
        line.accept("  - " + grouped(difference.before().toHex(UNKNOWN_BYTE), trailer));
        line.accept("  + " + grouped(difference.after().toHex(UNKNOWN_BYTE), trailer));
        String marks = grouped(marks(difference.places()), trailer).stripTrailing();
        line.accept("    " + style.paint(Role.WRONG, marks));
        TrailerChanges.of(difference).forEach(change -> line.accept("  " + change));
    }

    private static String meaning(DumpDifference difference) {
        if (difference.block().isTrailer()) {
            return ", trailer";
        }
        if (difference.valueBefore().isPresent()) {
            long old = difference.valueBefore().get().value();
            long now = difference.valueAfter().orElseThrow().value();
            return String.format(": value %d -> %d (%+d)", old, now, now - old);
        }
        return difference.before().isUnknown()
                ? ": unknown before"
                : difference.after().isUnknown() ? ": unknown now" : "";
    }

    /** Four bytes at a time; a trailer as key A, access bits, key B. */
    private static String grouped(String digits, boolean trailer) {
        return digits.replaceAll(trailer ? "^(.{12})(.{8})" : "(.{8})(?!$)", trailer ? "$1 $2 " : "$1 ");
    }

    private static String marks(List<Integer> places) {
        return IntStream.range(0, ClassicType.BLOCK_LENGTH)
                .mapToObj(at -> places.contains(at) ? "^^" : "  ")
                .collect(Collectors.joining());
    }
}
