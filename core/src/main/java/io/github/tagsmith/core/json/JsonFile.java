package io.github.tagsmith.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.tagsmith.core.error.NfcException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON texts of bounded depth and length, read into nodes and written from maps and lists. */
public final class JsonFile {

    private static final int MAX_DEPTH = 16;
    private static final int MAX_TEXT = 64 << 10;
    private static final int MAX_NUMBER = 32;
    private static final int MAX_NAME = 256;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_TEXT)
                    .maxNumberLength(MAX_NUMBER)
                    .maxNameLength(MAX_NAME)
                    .build())
            .build();

    private JsonFile() {}

    /**
     * Reads one value, after which nothing follows.
     *
     * @param text the file
     * @return its root
     * @throws NfcException {@code MALFORMED_INPUT} with line and column
     */
    public static JsonNode parse(String text) throws NfcException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                throw NfcException.malformed("line 1: there is no JSON in this file");
            }
            JsonNode root = node(parser);
            if (parser.nextToken() != null) {
                throw malformed(parser.currentTokenLocation(), "something follows the end of the JSON text");
            }
            return root;
        } catch (JsonEOFException e) {
            throw malformed(e.getLocation(), "the file ends in the middle of JSON")
                    .withCause(e);
        } catch (JsonProcessingException e) {
            throw malformed(e.getLocation(), "this is no JSON, or too long or too deep")
                    .withCause(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NfcException malformed(@Nullable JsonLocation location, String what) {
        int line = location == null ? 1 : location.getLineNr();
        int column = location == null ? 1 : location.getColumnNr();
        return NfcException.malformed("line " + line + " column " + column + ": " + what);
    }

    private static JsonNode node(JsonParser parser) throws IOException, NfcException {
        JsonLocation start = parser.currentTokenLocation();
        return new JsonNode(value(parser), start.getLineNr(), start.getColumnNr());
    }

    private static @Nullable Object value(JsonParser parser) throws IOException, NfcException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static Map<String, JsonNode> object(JsonParser parser) throws IOException, NfcException {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonLocation place = parser.currentTokenLocation();
            parser.nextToken();
            if (members.put(name, node(parser)) != null) {
                throw malformed(place, "this name stands in the object twice");
            }
        }
        return Collections.unmodifiableMap(members);
    }

    private static List<JsonNode> array(JsonParser parser) throws IOException, NfcException {
        List<JsonNode> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(node(parser));
        }
        return Collections.unmodifiableList(elements);
    }

    /**
     * Writes an object.
     *
     * @param members maps, lists, texts, whole numbers
     * @return the file, each member on a line of its own, with a line end at its end
     */
    public static String write(Map<String, ?> members) {
        StringWriter text = new StringWriter();
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            generator.setPrettyPrinter(printer);
            write(generator, members);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    private static void write(JsonGenerator generator, Object value) throws IOException {
        if (value instanceof Map<?, ?> members) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> member : members.entrySet()) {
                generator.writeFieldName(String.valueOf(member.getKey()));
                write(generator, member.getValue());
            }
            generator.writeEndObject();
        } else if (value instanceof Iterable<?> elements) {
            generator.writeStartArray();
            for (Object element : elements) {
                write(generator, element);
            }
            generator.writeEndArray();
        } else if (value instanceof Integer number) {
            generator.writeNumber(number);
        } else {
            generator.writeString(value.toString());
        }
    }
}
