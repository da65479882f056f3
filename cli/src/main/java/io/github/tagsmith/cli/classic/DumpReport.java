package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.dump.CardFacts;
import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.dump.DumpResult;
import io.github.tagsmith.cli.output.Report;
import io.github.tagsmith.core.bytes.Bytes;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a dump brought.
 *
 * @param result the dump
 * @param apdus how many exchanges it took
 * @param file where it was written
 */
record DumpReport(DumpResult result, int apdus, Path file) implements Report {

    @Override
    public Map<String, @Nullable Object> json() {
        Dump dump = result.dump();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("command", "classic dump");
        json.put("card", SectorsJson.card(CardFacts.of(dump)));
        json.put("sectors", SectorsJson.sectors(dump, result.sectors()));
        json.put("unknownBlocks", result.incompleteBlocks().size());
        json.put("apdus", apdus);
        json.put("file", file.toString());
        return json;
    }

    @Override
    public void print(Consumer<String> line) {
        Dump dump = result.dump();
        CardFacts facts = CardFacts.of(dump);
        line.accept(CardText.name(facts.type()) + ", UID "
                + facts.uid().map(Bytes::toHex).orElse("unknown"));
        SectorTable.print(dump, result.sectors(), line);
        int wanted = result.sectors().stream()
                .mapToInt(sector -> sector.blockCount())
                .sum();
        line.accept(String.format(
                "%d of %d blocks read in %d exchanges, written to %s",
                wanted - result.incompleteBlocks().size(), wanted, apdus, file));
    }
}
