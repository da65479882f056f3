package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import io.github.tagsmith.cli.Program.Run;
import io.github.tagsmith.cli.command.CommandNode;
import io.github.tagsmith.cli.command.CommandNode.Group;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every command prints with {@code --json}, on software cards and samples, is what {@code docs/schema} says; {@link Program}
 * holds each output against its schema. The command lines are those of json-calls.txt.
 */
class JsonOutputTest {

    /** Commands whose results other tests hold against the schema, because they need a service. */
    private static final Set<String> ELSEWHERE = Set.of("emulate");

    /** Without a service, what it finds is that. */
    private static final String DOCTOR = "doctor";

    private static final Set<String> SHARED = Set.of("defs", "error", "result", "diagnose", "version");

    @TempDir
    private static Path folder;

    /** A command line and how it ends. */
    record Row(int exit, List<String> words) {

        @Override
        public String toString() {
            return String.join(" ", words);
        }
    }

    static List<Row> rows() throws IOException {
        try (InputStream text = JsonOutputTest.class.getResourceAsStream("/json-calls.txt")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> List.of(line.split(" ", -1)))
                    .map(words -> new Row(Integer.parseInt(words.get(0)), words.subList(1, words.size())))
                    .toList();
        }
    }

    static Set<String> leaves() {
        Set<String> names = new TreeSet<>();
        addLeaves("", Commands.top(), names);
        return names;
    }

    private static void addLeaves(String before, List<CommandNode> nodes, Set<String> names) {
        for (CommandNode node : nodes) {
            if (node instanceof Group group) {
                addLeaves(before + node.name() + "-", group.members().get(), names);
            } else {
                names.add(before + node.name());
            }
        }
    }

    @BeforeAll
    static void writeFiles() throws IOException {
        Files.writeString(folder.resolve("card.keys"), "B0B1B2B3B4B5\nFFFFFFFFFFFF\n");
        Files.writeString(folder.resolve("card.bad.keys"), "FFFFFFFFFFFF\nno key\nA0A1A2A3A4A5\n");
        Files.writeString(folder.resolve("card.broken"), "Filetype: Flipper NFC device\nVersion: nothing\n");
        Files.writeString(folder.resolve("card.jsh"), "1 + 1\ncard.transmit(hex(\"FFCA000000\"))\n");
        Files.writeString(
                folder.resolve("card.tags"), "info\nexpect 9000 apdu FFCA000000\non-error continue\necho text\n");
    }

    private String place(String word) {
        String placed = word.replaceAll("(^|@|:)card\\.", "$1" + folder + "/card.");
        int sample = placed.indexOf("sample:");
        return sample < 0 ? placed : placed.substring(0, sample) + Program.sample(placed.substring(sample + 7));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void outputIsAsPublished(Row row) {
        List<String> words = new ArrayList<>(List.of("--json"));
        row.words().forEach(word -> words.add(place(word)));
        Run run = new Program().typing("info\necho text\n").run(words.toArray());
        assertEquals(row.exit(), run.exit(), run.out() + run.err());
        assertFalse(run.out().isEmpty(), run.err());
        assertFalse(run.hasStackTrace(), run.err());
    }

    @Test
    void everyCommandIsRun() throws IOException {
        Set<String> missing = leaves();
        for (Row row : rows()) {
            if (row.exit() == 0 || row.words().contains(DOCTOR)) {
                PublishedSchemas.commandOf(row.words()).ifPresent(missing::remove);
            }
        }
        missing.removeAll(ELSEWHERE);
        assertEquals(Set.of(), missing, "commands without a line in json-calls.txt");
    }

    @Test
    void everyCommandHasASchemaAndEverySchemaACommand() throws IOException {
        Set<String> published;
        try (Stream<Path> files = Files.list(PublishedSchemas.FOLDER)) {
            published = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        Set<String> wanted = leaves();
        wanted.addAll(SHARED);
        assertEquals(wanted, published);
    }

    @Test
    void everyCommandMayBeRunByAnother() throws IOException {
        Set<String> wanted = leaves();
        wanted.removeAll(Set.of("script", "shell", "trace-record"));
        wanted.addAll(Set.of("error", "diagnose", "version"));
        Set<String> named = new TreeSet<>();
        for (var row : new ObjectMapper()
                .readTree(PublishedSchemas.file("result").toFile())
                .get("allOf")) {
            named.add(row.get("then").get("$ref").asText().replace(".json", ""));
        }
        assertEquals(wanted, named);
    }

    @Test
    void everySchemaIsOne() throws IOException {
        var meta = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        ObjectMapper mapper = new ObjectMapper();
        Set<String> names = new HashSet<>(leaves());
        names.addAll(SHARED);
        for (String name : names) {
            var schema = mapper.readTree(PublishedSchemas.file(name).toFile());
            assertEquals(Set.of(), meta.validate(schema), name);
            assertEquals(
                    "https://tagsmith.github.io/schema/1/" + name + ".json",
                    schema.get("$id").asText());
        }
    }

    /** Where a schema is wrong about an output, that is noticed, in a script as well. */
    @ParameterizedTest
    @ValueSource(strings = {"--json -r virtual:classic-1k classic read 4", "--json script -"})
    void whatIsNotPublishedIsFound(String line) {
        List<String> words = List.of(line.split(" ", -1));
        String right = new Program()
                .typing("classic read 4 -r virtual:classic-1k\n")
                .run(words.toArray())
                .out();
        for (String wrong : Arrays.asList(
                right.replace("\"block\":4", "\"block\":\"4\""),
                right.replace("\"block\":4", "\"block\":4,\"more\":1"),
                right.replace("\"block\":4,", ""),
                right.replace("\"data\":\"00", "\"data\":\"0g"),
                right.replace("tagsmith/1", "tagsmith/2"),
                right.replace("classic read", "classic reads"),
                right.strip() + right,
                "reading\n" + right,
                "{\"schema\":\"tagsmith/1\",\"error\":{\"kind\":\"other\",\"message\":\"\",\"status\":null,\"hint\":null}}")) {
            boolean found = false;
            try {
                PublishedSchemas.hold(words, wrong);
            } catch (AssertionError expected) {
                found = true;
            }
            assertTrue(found, wrong);
        }
    }
}
