package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.tagsmith.cli.Program.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fact of samples/index.json, which an independent reference computed, comes out of {@code classic show --json}. Samples
 * of public repositories are not copied here; they are read where {@code tagsmith.shared} has them.
 */
class SampleFactsTest {

    private static final Path OWN =
            Path.of(System.getProperty("tagsmith.root", ".."), "mifare-classic/src/test/resources/samples");
    private static final Path SHARED = Path.of(System.getProperty("tagsmith.shared", "shared"), "samples", "classic");

    /** A JSON object. */
    record Node(Map<String, @Nullable Object> members) {

        @Nullable
        Object get(String name) {
            return members.get(name);
        }

        boolean has(String name) {
            return members.get(name) != null;
        }

        @SuppressWarnings("unchecked")
        Node object(String name) {
            return new Node((Map<String, @Nullable Object>) Objects.requireNonNull(members.get(name), name));
        }

        @SuppressWarnings("unchecked")
        List<Node> objects(String name) {
            List<Map<String, @Nullable Object>> list =
                    (List<Map<String, @Nullable Object>>) Objects.requireNonNull(members.get(name), name);
            return list.stream().map(Node::new).toList();
        }

        @SuppressWarnings("unchecked")
        List<@Nullable Object> list(String name) {
            return (List<@Nullable Object>) Objects.requireNonNull(members.get(name), name);
        }

        @Override
        public String toString() {
            return String.valueOf(members.get("file"));
        }
    }

    private static Node parse(String text) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            parser.nextToken();
            @SuppressWarnings("unchecked")
            Map<String, @Nullable Object> members =
                    (Map<String, @Nullable Object>) Objects.requireNonNull(value(parser));
            return new Node(members);
        }
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> members = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    members.put(name, value(parser));
                }
                return members;
            }
            case START_ARRAY -> {
                List<@Nullable Object> elements = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(value(parser));
                }
                return elements;
            }
            case VALUE_STRING -> {
                return parser.getText();
            }
            case VALUE_NUMBER_INT -> {
                return parser.getIntValue();
            }
            case VALUE_NULL -> {
                return null;
            }
            default -> {
                return parser.getBooleanValue();
            }
        }
    }

    static Stream<Node> samples() throws IOException {
        return parse(Files.readString(OWN.resolve("index.json"))).objects("files").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void everyFactIsShown(Node sample) throws IOException {
        String name = String.valueOf(sample.get("file"));
        Path file = Objects.equals(sample.get("source"), "made") ? OWN.resolve(name) : SHARED.resolve(name);
        assumeTrue(
                Files.exists(file), () -> "skipped: no " + file + "; it is of a public repository and not copied here");
        Run run = new Program().run("--json", "classic", "show", file);
        Node shown = parse(run.out());
        Node facts = sample.object("facts");
        if (facts.has("blocks")) {
            assertEquals(0, run.exit(), run.err());
            assertCard(sample, facts, shown);
            assertSectors(facts, shown);
            assertDirectory(facts, shown);
            assertNdef(facts, shown);
        } else {
            assertKeys(facts, shown, run.exit());
        }
    }

    private static void assertCard(Node sample, Node facts, Node shown) {
        Node card = shown.object("card");
        assertEquals(sample.get("card_type"), card.get("type"));
        for (String name : List.of("uid", "atqa", "sak")) {
            assertEquals(sample.get(name), card.get(name), name);
        }
        if (facts.has("block0")) {
            assertEquals(facts.object("block0").get("bcc_ok"), card.get("bccOk"));
        }
        Node header = shown.object("header");
        Map<String, String> names = Map.of(
                "header_uid", "uid", "header_atqa", "atqa", "header_sak", "sak", "header_signature", "signature");
        names.forEach((fact, member) -> assertEquals(facts.get(fact), header.get(member), fact));
        if (facts.has("header_filetype")) {
            assertEquals(facts.get("header_filetype"), header.get("fileType"));
        }
    }

    private static void assertSectors(Node facts, Node shown) {
        List<Node> sectors = shown.objects("sectors");
        assertEquals(facts.get("sectors"), sectors.size());
        int blocks = sectors.stream().mapToInt(s -> s.list("blocks").size()).sum();
        assertEquals(facts.get("blocks"), blocks);
        for (String state : List.of("complete", "partial", "absent")) {
            assertEquals(facts.list("sectors_" + state), where(sectors, s -> state.equals(s.get("state"))), state);
        }
        List<@Nullable Object> absent = facts.list("sectors_absent");
        for (String key : List.of("a", "b")) {
            String member = "key" + key.toUpperCase(java.util.Locale.ROOT);
            assertEquals(
                    facts.list("key_" + key + "_unknown"),
                    where(sectors, s -> s.get(member) == null && !absent.contains(s.get("sector"))));
            assertEquals(
                    facts.list("distinct_key_" + key),
                    sectors.stream()
                            .map(s -> s.get(member))
                            .filter(Objects::nonNull)
                            .distinct()
                            .sorted()
                            .toList());
        }
        Map<Object, List<@Nullable Object>> access = sectors.stream()
                .filter(s -> s.has("accessBytes"))
                .collect(Collectors.groupingBy(
                        s -> Objects.requireNonNull(s.get("accessBytes")),
                        TreeMap::new,
                        Collectors.mapping(s -> s.get("sector"), Collectors.toList())));
        assertEquals(new TreeMap<>(facts.object("access_bytes").members()), access);
        assertEquals(
                facts.list("access_invalid_sectors"), where(sectors, s -> Boolean.FALSE.equals(s.get("accessValid"))));
        assertEquals(facts.list("sectors_all_zero_data"), where(sectors, SampleFactsTest::zeroData));
        assertEquals(facts.list("value_blocks"), shown.list("valueBlocks"));
    }

    private static boolean zeroData(Node sector) {
        List<@Nullable Object> blocks = sector.list("blocks");
        List<@Nullable Object> known = blocks.subList(0, blocks.size() - 1).stream()
                .filter(Objects::nonNull)
                .toList();
        return !known.isEmpty() && known.stream().allMatch("0".repeat(32)::equals);
    }

    private static List<@Nullable Object> where(List<Node> sectors, Function<Node, Boolean> wanted) {
        return sectors.stream().filter(wanted::apply).map(s -> s.get("sector")).toList();
    }

    private static void assertDirectory(Node facts, Node shown) {
        assertEquals(facts.has("mad"), shown.has("mad"));
        if (facts.has("mad")) {
            Node wanted = facts.object("mad");
            Node mad = shown.object("mad");
            Map<String, String> names = Map.of(
                    "gpb",
                    "gpb",
                    "version",
                    "version",
                    "multi_application",
                    "multiApplication",
                    "crc_stored",
                    "crc",
                    "info",
                    "info",
                    "publisher_sector",
                    "publisherSector");
            names.forEach((fact, member) -> assertEquals(wanted.get(fact), mad.get(member), fact));
            boolean both = wanted.get("mad2_crc_ok") == null || Boolean.TRUE.equals(wanted.get("mad2_crc_ok"));
            assertEquals(Boolean.TRUE.equals(wanted.get("crc_ok")) && both, mad.get("crcOk"));
            if (wanted.has("mad2_crc_stored")) {
                assertEquals(wanted.get("mad2_crc_stored"), mad.object("mad2").get("crc"));
                assertEquals(wanted.get("mad2_crc_ok"), mad.object("mad2").get("crcOk"));
                assertEquals(wanted.get("mad2_info"), mad.object("mad2").get("info"));
            }
            Map<String, @Nullable Object> aids = new LinkedHashMap<>();
            mad.objects("entries").forEach(e -> aids.put(String.valueOf(e.get("sector")), e.get("aid")));
            assertEquals(wanted.object("aids").members(), aids);
        }
    }

    private static void assertNdef(Node facts, Node shown) {
        assertEquals(facts.has("ndef"), shown.has("ndef"));
        if (facts.has("ndef")) {
            Node wanted = facts.object("ndef");
            Node ndef = shown.object("ndef");
            assertEquals(wanted.get("sectors"), ndef.get("sectors"));
            assertEquals(wanted.get("area_bytes"), ndef.get("areaBytes"));
            assertEquals(wanted.get("tlv_end"), ndef.get("tlvEnd"));
            assertEquals(
                    wanted.objects("tlvs").stream()
                            .map(t -> t.get("t") + " " + t.get("l"))
                            .toList(),
                    ndef.objects("tlvs").stream()
                            .map(t -> t.get("type") + " " + t.get("length"))
                            .toList());
            List<Node> messages = wanted.list("messages").stream()
                    .flatMap(message ->
                            new Node(Map.of("records", Objects.requireNonNull(message))).objects("records").stream())
                    .toList();
            List<Node> records = ndef.objects("records");
            assertEquals(messages.size(), records.size());
            for (int i = 0; i < messages.size(); i++) {
                for (String name : List.of("tnf", "type", "uri", "text", "lang")) {
                    assertEquals(messages.get(i).get(name), records.get(i).get(name), name);
                }
            }
        }
    }

    private static void assertKeys(Node facts, Node shown, int exit) {
        if (facts.has("keys")) {
            for (String name : List.of("keys", "count", "distinct")) {
                assertEquals(facts.get(name), shown.get(name), name);
            }
            assertEquals(facts.get("bad_lines"), shown.list("badLines").size());
            assertEquals(Objects.equals(facts.get("bad_lines"), 0) ? 0 : 6, exit);
        } else {
            List<Node> sectors = shown.objects("sectors");
            assertEquals(facts.get("sectors"), sectors.size());
            assertEquals(
                    facts.list("key_a"),
                    sectors.stream().map(s -> s.get("keyA")).toList());
            assertEquals(
                    facts.list("key_b"),
                    sectors.stream().map(s -> s.get("keyB")).toList());
        }
    }
}
