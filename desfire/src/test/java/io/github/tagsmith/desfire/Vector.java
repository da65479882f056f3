package io.github.tagsmith.desfire;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.testing.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A published test vector of {@code vectors/*.json}; each names its source, and the tests that use it print its name.
 *
 * @param members the members of its JSON object
 */
public record Vector(Map<String, Object> members) {

    /** The verified vectors of a file with one of several operations; at least one. */
    public static Stream<Vector> of(String file, String... operations) {
        List<Vector> found = Json.vectors(file).stream()
                .map(Vector::new)
                .filter(vector -> Arrays.asList(operations).contains(vector.operation()) && vector.isVerified())
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("no vector for " + Arrays.toString(operations) + " in " + file);
        }
        return found.stream();
    }

    public String operation() {
        return Json.text(members, "op");
    }

    public boolean isVerified() {
        return Boolean.TRUE.equals(members.get("verified"));
    }

    public Map<String, Object> inputs() {
        return Json.object(members, "inputs");
    }

    public Map<String, Object> expected() {
        return Json.object(members, "expected");
    }

    public boolean hasInput(String name) {
        return inputs().containsKey(name);
    }

    public boolean expects(String name) {
        return expected().containsKey(name);
    }

    public String text(String input) {
        return Json.text(inputs(), input);
    }

    public Bytes bytes(String input) {
        return Bytes.fromHex(text(input));
    }

    public int number(String input) {
        return ((Number) input(input)).intValue();
    }

    public boolean flag(String input) {
        return (Boolean) input(input);
    }

    private Object input(String name) {
        return Objects.requireNonNull(inputs().get(name), () -> "no input " + name + " in " + this);
    }

    /** An expected value of any kind. */
    public Object expected(String name) {
        return Objects.requireNonNull(expected().get(name), () -> "nothing expected as " + name + " in " + this);
    }

    public Bytes expectedBytes(String name) {
        return Bytes.fromHex(Json.text(expected(), name));
    }

    /** A value that the source prints, or that the reference computed on the way. */
    public Bytes known(String name) {
        return Bytes.fromHex((String) knownValue(name));
    }

    public long knownNumber(String name) {
        return ((Number) knownValue(name)).longValue();
    }

    private Object knownValue(String name) {
        Map<String, Object> values = expects(name) ? expected() : Json.object(members, "derived");
        return Objects.requireNonNull(values.get(name), () -> "no " + name + " known in " + this);
    }

    /** Whether there is such a value. */
    public boolean knows(String name) {
        return expects(name) || (members.get("derived") instanceof Map<?, ?> derived && derived.containsKey(name));
    }

    @Override
    public String toString() {
        return Json.text(members, "name");
    }
}
