package io.github.tagsmith.core.json;

import io.github.tagsmith.core.error.NfcException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value of a JSON file, which knows the line and column it stands at. Asking it for what it is not names that place. */
public final class JsonNode {

    private final @Nullable Object value;
    private final int line;
    private final int column;

    JsonNode(@Nullable Object value, int line, int column) {
        this.value = value;
        this.line = line;
        this.column = column;
    }

    /**
     * Where it stands.
     *
     * @return its line, from 1
     */
    public int line() {
        return line;
    }

    /**
     * Where it stands.
     *
     * @return its column, from 1; that of the quotation mark of a text
     */
    public int column() {
        return column;
    }

    /**
     * An error at this place.
     *
     * @param what what is wrong there
     * @return {@code MALFORMED_INPUT} with line and column
     */
    public NfcException malformed(String what) {
        return NfcException.malformed("line " + line + " column " + column + ": " + what);
    }

    /**
     * The members of an object.
     *
     * @return in the order of the file
     * @throws NfcException {@code MALFORMED_INPUT} if it is no object
     */
    @SuppressWarnings("unchecked")
    public Map<String, JsonNode> members() throws NfcException {
        if (value instanceof Map<?, ?> members) {
            return (Map<String, JsonNode>) members;
        }
        throw malformed("not an object");
    }

    /**
     * A member of an object.
     *
     * @param name its name
     * @return it, if the object has it and it is not null
     * @throws NfcException {@code MALFORMED_INPUT} if this is no object
     */
    public Optional<JsonNode> member(String name) throws NfcException {
        JsonNode node = members().get(name);
        return node == null || node.value == null ? Optional.empty() : Optional.of(node);
    }

    /**
     * A member that must be there.
     *
     * @param name its name
     * @return it
     * @throws NfcException {@code MALFORMED_INPUT} if it is missing
     */
    public JsonNode require(String name) throws NfcException {
        Optional<JsonNode> member = member(name);
        if (member.isEmpty()) {
            throw malformed("the member \"" + name + "\" is missing in this object");
        }
        return member.get();
    }

    /**
     * The elements of an array.
     *
     * @return in order
     * @throws NfcException {@code MALFORMED_INPUT} if it is no array
     */
    @SuppressWarnings("unchecked")
    public List<JsonNode> elements() throws NfcException {
        if (value instanceof List<?> elements) {
            return (List<JsonNode>) elements;
        }
        throw malformed("not an array");
    }

    /**
     * Whether it is a text.
     *
     * @return true if so
     */
    public boolean isText() {
        return value instanceof String;
    }

    /**
     * A text.
     *
     * @return it
     * @throws NfcException {@code MALFORMED_INPUT} if it is no text
     */
    public String text() throws NfcException {
        if (value instanceof String text) {
            return text;
        }
        throw malformed("not a text");
    }

    /**
     * A whole number.
     *
     * @param least the least it may be
     * @param most the most it may be
     * @return it
     * @throws NfcException {@code MALFORMED_INPUT} if it is no whole number in this range
     */
    public int integer(int least, int most) throws NfcException {
        if (value instanceof Long number && number >= least && number <= most) {
            return number.intValue();
        }
        throw malformed("not a whole number from " + least + " to " + most);
    }
}
