package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.dump.CardFacts;
import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.Mad;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.model.SectorTrailer;
import io.github.tagsmith.classic.ndef.NdefArea;
import io.github.tagsmith.cli.classic.map.BlockView;
import io.github.tagsmith.cli.classic.map.SectorView;
import io.github.tagsmith.cli.classic.map.TerminalMap;
import io.github.tagsmith.cli.input.DumpFiles.DumpFile;
import io.github.tagsmith.cli.output.Report;
import io.github.tagsmith.cli.output.Style;
import io.github.tagsmith.cli.output.Style.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a dump file says of its card.
 *
 * @param file the file
 * @param opened what is in it
 * @param style colours or none
 */
record ShowReport(Path file, DumpFile opened, Style style) implements Report {

    private static final int VALUE_COLUMN = 11;

    private Dump dump() {
        return opened.dump();
    }

    @Override
    public Map<String, @Nullable Object> json() {
        Dump dump = dump();
        CardFacts facts = CardFacts.of(dump);
        Map<String, @Nullable Object> card = SectorsJson.card(facts);
        card.put("bccOk", facts.bccOk().orElse(null));
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("command", "classic show");
        json.put("file", file.toString());
        json.put("format", opened.format().id());
        json.put("header", CardText.header(dump, opened.variant().orElse(null)));
        json.put("card", card);
        json.put("sectors", sectors());
        json.put("valueBlocks", values().map(ShowReport::valueJson).toList());
        json.put("mad", mad().orElse(null));
        json.put("ndef", NdefArea.of(dump).map(NdefJson::of).orElse(null));
        return json;
    }

    private List<Map<String, @Nullable Object>> sectors() {
        List<SectorNo> numbers = dump().type().sectors();
        List<Map<String, @Nullable Object>> sectors = SectorsJson.sectors(dump(), numbers);
        numbers.forEach(number -> sectors.get(number.value()).put("state", SectorsJson.state(dump(), number)));
        return sectors;
    }

    private Optional<Map<String, @Nullable Object>> mad() {
        int gpb = dump().block(new SectorNo(0).trailer()).bytes().get(SectorTrailer.GPB);
        return dump().mad().map(mad -> DirectoryText.json(mad, gpb));
    }

    private Stream<BlockView> values() {
        return SectorView.all(dump()).stream()
                .flatMap(sector -> sector.blocks().stream())
                .filter(block -> block.value().isPresent());
    }

    private static Map<String, Integer> valueJson(BlockView block) {
        Map<String, Integer> json = new LinkedHashMap<>();
        json.put("block", block.number().value());
        json.put("value", block.value().orElseThrow().value());
        json.put("addr", block.value().orElseThrow().address());
        return json;
    }

    @Override
    public void print(Consumer<String> line) {
        line.accept(style.paint(Role.HEADING, file + ", " + format()));
        for (Map.Entry<String, String> fact : CardText.lines(dump()).entrySet()) {
            String name = fact.getKey();
            String value = fact.getValue();
            String shown = value.equals("wrong") ? style.paint(Role.WRONG, value) : value;
            line.accept(name + " ".repeat(VALUE_COLUMN - name.length()) + shown);
        }
        line.accept("");
        new TerminalMap(style, line).print(SectorView.all(dump()));
        line.accept("");
        access().forEach(line);
        List<String> rest = applications();
        if (!rest.isEmpty()) {
            line.accept("");
            rest.forEach(line);
        }
    }

    /** The format and, where it has versions, which. */
    String format() {
        String id = opened.format().id();
        return opened.variant().isPresent() ? id + ", " + opened.variant().get() : id;
    }

    /** Access conditions in words. */
    List<String> access() {
        return AccessText.lines(dump());
    }

    /** The directory and what NDEF there is, for reading. */
    List<String> applications() {
        List<String> lines = new ArrayList<>();
        Optional<Mad> mad = dump().mad();
        if (mad.isPresent()) {
            lines.addAll(DirectoryText.lines(mad.get()));
        }
        Optional<NdefArea> ndef = NdefArea.of(dump());
        if (ndef.isPresent()) {
            lines.addAll(NdefJson.lines(ndef.get()));
        }
        return lines;
    }
}
