package io.github.tagsmith.core.meaning;

import java.util.Optional;
import java.util.Set;

/**
 * What an exchange means in its place among others.
 *
 * @param meaning what it means by itself; empty if it is shorter than a header
 * @param context what it touches, in a few words: sector and content of a Classic block, application, file; often empty
 */
public record Interpretation(Optional<Meaning> meaning, String context) {

    private static final Set<String> REPEATING = Set.of("data", "payload");

    /**
     * The command in one line.
     *
     * @return operation and parameters, then the context in parentheses
     */
    public String commandText() {
        return withContext(meaning.isEmpty() ? "" : meaning.get().commandText());
    }

    /**
     * The answer in one line, without what only repeats its bytes.
     *
     * @return status, result, and the context in parentheses
     */
    public String answerText() {
        return withContext(meaning.isEmpty() ? "" : meaning.get().answerText(REPEATING));
    }

    private String withContext(String text) {
        return context.isEmpty() ? text : text + " (" + context + ")";
    }
}
