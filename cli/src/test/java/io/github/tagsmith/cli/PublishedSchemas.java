package io.github.tagsmith.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.github.tagsmith.cli.command.CommandNode;
import io.github.tagsmith.cli.command.CommandNode.Group;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas of {@code docs/schema}, held against what commands print. */
final class PublishedSchemas {

    static final Path FOLDER = Path.of(System.getProperty("tagsmith.root", ".."), "docs", "schema");

    private static final String ADDRESS = "https://tagsmith.github.io/schema/1/";
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaMappers(
                    mappers -> mappers.mapPrefix(ADDRESS, FOLDER.toUri().toString())));
    private static final Map<String, JsonSchema> LOADED = new ConcurrentHashMap<>();
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** How many faults, and how many characters of an output, are enough to find the place. */
    private static final int SHOWN = 5;

    private static final int LONGEST = 2000;

    /** What prints a line for each thing that happens; everything else prints one. */
    static final Set<String> STREAMS = Set.of("watch", "trace-record", "script", "shell", "jshell", "emulate");

    private PublishedSchemas() {}

    /**
     * Makes sure that what a command line printed is what is published for it.
     *
     * @param words the command line, with {@code --json}
     * @param out what it printed
     */
    static void hold(List<String> words, String out) {
        Optional<String> command = commandOf(words);
        List<String> lines = out.lines().toList();
        if (lines.size() > 1 && command.filter(STREAMS::contains).isEmpty()) {
            throw new AssertionError(words + " printed more than one object: " + out);
        }
        for (String line : lines) {
            hold(command.orElse("error"), line, words);
        }
    }

    private static void hold(String name, String line, List<String> words) {
        if (!line.startsWith("{\"schema\":\"tagsmith/1\",")) {
            throw new AssertionError(words + " printed what does not begin with the schema: " + line);
        }
        JsonNode object;
        try {
            object = MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(words + " printed what is no JSON: " + line, e);
        }
        Set<ValidationMessage> faults = schema(name).validate(object);
        if (!faults.isEmpty()) {
            List<ValidationMessage> first = faults.stream().limit(SHOWN).toList();
            throw new AssertionError(words + " against " + name + ".json: " + first + "\n" + start(line));
        }
    }

    private static String start(String line) {
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }

    static JsonSchema schema(String name) {
        return LOADED.computeIfAbsent(name, file -> FACTORY.getSchema(SchemaLocation.of(ADDRESS + file + ".json")));
    }

    static Path file(String name) {
        return FOLDER.resolve(name + ".json");
    }

    /** The command that a command line names, as its schema is called; empty if it names none. */
    static Optional<String> commandOf(List<String> words) {
        Optional<String> leaf = leafOf(words);
        boolean version = words.contains("--version");
        return leaf.isPresent() || !(version || words.contains("--diagnose"))
                ? leaf
                : Optional.of(version ? "version" : "diagnose");
    }

    private static Optional<String> leafOf(List<String> words) {
        List<CommandNode> nodes = Commands.top();
        List<String> name = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith("-")) {
                i += CommandTree.takesNextWord(word) ? 1 : 0;
                continue;
            }
            Optional<CommandNode> node = CommandTree.find(nodes, word);
            if (node.isEmpty()) {
                return Optional.empty();
            }
            name.add(word);
            if (!(node.get() instanceof Group group)) {
                return Optional.of(String.join("-", name));
            }
            nodes = group.members().get();
        }
        return Optional.empty();
    }

    static boolean exists(String name) {
        return Files.isRegularFile(file(name));
    }
}
