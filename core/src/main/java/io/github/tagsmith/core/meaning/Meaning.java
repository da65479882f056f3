package io.github.tagsmith.core.meaning;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one exchange means. Operations and parameter names are stable identifiers.
 *
 * @param op the operation, for instance {@code pcsc.read-binary} or {@code desfire.ReadData}
 * @param params its parameters: texts (bytes as hexadecimal digits), numbers ({@link Long}) and truth values
 * @param result what the answer holds, in the same form
 * @param status name of the status; empty without an answer
 */
public record Meaning(String op, Map<String, Object> params, Map<String, Object> result, Optional<String> status) {

    private static final int LONGEST = 40;

    /**
     * Copies the maps.
     *
     * @param op the operation
     * @param params its parameters
     * @param result what the answer holds
     * @param status name of the status
     */
    public Meaning {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
        result = Collections.unmodifiableMap(new LinkedHashMap<>(result));
    }

    /**
     * The command in one line.
     *
     * @return operation and parameters; long ones shortened
     */
    public String commandText() {
        return op + text(params, Set.of());
    }

    /**
     * The answer in one line.
     *
     * @return status and result; empty without an answer
     */
    public String answerText() {
        return answerText(Set.of());
    }

    String answerText(Set<String> leftOut) {
        return status.orElse("") + text(result, leftOut);
    }

    private static String text(Map<String, Object> values, Set<String> leftOut) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Object> value : values.entrySet()) {
            if (!leftOut.contains(value.getKey())) {
                text.append(' ').append(value.getKey()).append('=').append(shortened(value.getValue()));
            }
        }
        return text.toString();
    }

    private static String shortened(Object value) {
        String text = value.toString();
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST - 8) + "...(" + text.length() / 2 + " bytes)";
    }
}
