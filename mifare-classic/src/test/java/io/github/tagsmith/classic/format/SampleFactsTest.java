package io.github.tagsmith.classic.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tagsmith.classic.ClassicVectors.Vector;
import io.github.tagsmith.classic.dump.CardFacts;
import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.MadFacts;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.model.ValueBlock;
import io.github.tagsmith.classic.ndef.NdefArea;
import io.github.tagsmith.classic.ndef.TlvArea;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import io.github.tagsmith.core.testing.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sample files and what is known of each, of samples/index.json. Files made for the project lie among the test resources;
 * those of public repositories are read where the folder in system property {@code tagsmith.shared} has them.
 */
class SampleFactsTest {

    private static final List<String> FORMATS = List.of("mfd", "bin", "dump", "dmp", "mfc", "raw", "eml");

    private static final Map<TlvArea.End, String> ENDS =
            Map.of(TlvArea.End.TERMINATOR, "terminator", TlvArea.End.AREA, "end", TlvArea.End.TRUNCATED, "truncated");

    @SuppressWarnings("unchecked")
    static Stream<Vector> samples() {
        Vector index = new Vector((Map<String, Object>) Objects.requireNonNull(Json.resource("samples/index.json")));
        return index.objects("files").stream().filter(sample -> FORMATS.contains(sample.text("format")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void factsAreFound(Vector sample) throws Exception {
        Bytes content = content(sample);
        Vector facts = sample.object("facts");
        Dump dump = DumpFormats.read(content);
        assertEquals(content.length(), facts.number("bytes"));
        assertEquals(facts.number("blocks"), dump.type().blockCount());
        assertEquals(facts.number("sectors"), dump.type().sectorCount());
        assertEquals(List.of(), dump.incompleteBlocks());
        assertCard(sample, CardFacts.of(dump));
        assertKeysAndAccess(facts, dump);
        assertEquals(facts.objects("value_blocks").stream().map(Vector::members).toList(), valueBlocks(dump));
        assertMad(facts, dump);
        assertNdef(facts, dump);
    }

    private static Bytes content(Vector sample) throws IOException {
        String file = sample.text("file");
        if ("made".equals(sample.members().get("source"))) {
            try (InputStream in = SampleFactsTest.class.getResourceAsStream("/samples/" + file)) {
                return Bytes.of(Objects.requireNonNull(in, file).readAllBytes());
            }
        }
        Path path = Path.of(System.getProperty("tagsmith.shared", "shared"), "samples", "classic", file);
        assumeTrue(
                Files.exists(path), () -> "skipped: no " + path + "; it is of a public repository and not copied here");
        return Bytes.of(Files.readAllBytes(path));
    }

    private static void assertCard(Vector sample, CardFacts card) {
        assertEquals(sample.text("card_type"), card.type());
        assertEquals(optional(sample, "uid"), card.uid().map(Bytes::toHex));
        assertEquals(optional(sample, "atqa"), card.atqa().map(atqa -> String.format("%04X", atqa)));
        assertEquals(optional(sample, "sak"), card.sak().map(sak -> String.format("%02X", sak)));
        boolean bccOk = sample.object("facts").object("block0").flag("bcc_ok");
        assertEquals(Optional.of(bccOk), card.bccOk());
    }

    private static Optional<String> optional(Vector sample, String name) {
        return sample.has(name) ? Optional.of(sample.text(name)) : Optional.empty();
    }

    private static void assertKeysAndAccess(Vector facts, Dump dump) {
        Map<String, List<Integer>> access = new TreeMap<>();
        List<Integer> invalid = new ArrayList<>();
        for (SectorNo sector : dump.type().sectors()) {
            access.computeIfAbsent(dump.accessBytes(sector).orElseThrow().toHex(), hex -> new ArrayList<>())
                    .add(sector.value());
            if (dump.accessBits(sector).isEmpty()) {
                invalid.add(sector.value());
            }
        }
        assertEquals(new TreeMap<>(facts.object("access_bytes").members()), access);
        assertEquals(facts.members().get("access_invalid_sectors"), invalid);
        assertEquals(facts.texts("distinct_key_a"), keys(dump, KeyType.A));
        assertEquals(facts.texts("distinct_key_b"), keys(dump, KeyType.B));
    }

    private static List<String> keys(Dump dump, KeyType type) {
        return dump.type().sectors().stream()
                .flatMap(sector -> dump.key(sector, type).stream())
                .map(ClassicKey::reveal)
                .map(Bytes::toHex)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Map<String, Object>> valueBlocks(Dump dump) {
        List<Map<String, Object>> found = new ArrayList<>();
        for (int block = 1; block < dump.blocks().size(); block++) {
            int number = block;
            if (!new BlockNo(block).isTrailer()) {
                dump.blocks()
                        .get(block)
                        .whole()
                        .flatMap(ValueBlock::decode)
                        .ifPresent(value ->
                                found.add(Map.of("block", number, "value", value.value(), "addr", value.address())));
            }
        }
        return found;
    }

    private static void assertMad(Vector facts, Dump dump) {
        assertEquals(facts.has("mad"), dump.mad().isPresent());
        int gpb = dump.accessBytes(new SectorNo(0)).orElseThrow().get(3);
        dump.mad().ifPresent(mad -> MadFacts.assertDirectory(facts.object("mad"), gpb, mad));
    }

    private static void assertNdef(Vector facts, Dump dump) {
        Optional<NdefArea> area = NdefArea.of(dump);
        assertEquals(facts.has("ndef"), area.isPresent());
        if (area.isPresent()) {
            Vector ndef = facts.object("ndef");
            TlvArea tlvs = area.get().tlvs();
            assertEquals(
                    ndef.members().get("sectors"),
                    area.get().sectors().stream().map(SectorNo::value).toList());
            assertEquals(ndef.number("area_bytes"), area.get().bytes().length());
            assertEquals(ndef.text("tlv_end"), ENDS.get(tlvs.end()));
            assertEquals(
                    ndef.objects("tlvs").stream()
                            .map(tlv -> tlv.text("t") + " " + tlv.number("l"))
                            .toList(),
                    tlvs.tlvs().stream()
                            .map(tlv -> String.format(
                                    "%02X %d", tlv.type(), tlv.value().length()))
                            .toList());
            assertEquals(
                    ndef.objects("tlvs").stream()
                            .filter(tlv -> tlv.text("t").equals("03"))
                            .count(),
                    area.get().messages().size());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void endingsAreKnown(Vector sample) {
        assertTrue(DumpFormats.ofFileName(sample.text("file")).isPresent());
    }
}
