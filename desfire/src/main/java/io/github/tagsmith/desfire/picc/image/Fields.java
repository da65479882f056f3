package io.github.tagsmith.desfire.picc.image;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.json.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The members of an object of an image, each error with its place.
 *
 * @param node the object
 */
record Fields(JsonNode node) {

    /** What makes a value out of members that are right one by one, and says why not if they do not fit. */
    @FunctionalInterface
    interface Maker<T> {
        T make() throws NfcException;
    }

    /** An object that has none but these members. */
    static Fields of(JsonNode node, String... known) throws NfcException {
        Set<String> names = Set.of(known);
        for (String name : node.members().keySet()) {
            if (!names.contains(name)) {
                throw node.require(name).malformed("no image has a member \"" + name + "\" here");
            }
        }
        return new Fields(node);
    }

    boolean has(String name) throws NfcException {
        return node.member(name).isPresent();
    }

    String text(String name) throws NfcException {
        return node.require(name).text();
    }

    int number(String name, int least, int most) throws NfcException {
        return node.require(name).integer(least, most);
    }

    boolean flag(String name) throws NfcException {
        return number(name, 0, 1) == 1;
    }

    Bytes hex(String name) throws NfcException {
        return hex(node.require(name));
    }

    Optional<Bytes> hexIfThere(String name) throws NfcException {
        Optional<JsonNode> member = node.member(name);
        return member.isPresent() ? Optional.of(hex(member.get())) : Optional.empty();
    }

    static Bytes hex(JsonNode value) throws NfcException {
        String text = value.text();
        return checked(value, () -> Bytes.fromHex(text));
    }

    List<JsonNode> list(String name) throws NfcException {
        return node.require(name).elements();
    }

    /** One of several names. */
    <T> T choice(String name, Function<String, Optional<T>> byName) throws NfcException {
        JsonNode value = node.require(name);
        String text = value.text();
        return byName.apply(text).orElseThrow(() -> value.malformed("\"" + text + "\" is not known here"));
    }

    /** A value of the model, whose refusal becomes an error at this place. */
    <T> T make(Maker<T> maker) throws NfcException {
        return checked(node, maker);
    }

    private static <T> T checked(JsonNode place, Maker<T> maker) throws NfcException {
        try {
            return maker.make();
        } catch (IllegalArgumentException e) {
            throw place.malformed(String.valueOf(e.getMessage()));
        }
    }
}
