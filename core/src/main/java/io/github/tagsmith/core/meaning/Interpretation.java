package io.github.tagsmith.core.meaning;

import java.util.Optional;

/**
 * What an exchange means in its place among others.
 *
 * @param meaning what it means by itself; empty if it is shorter than a header
 * @param context what it touches, in a few words: sector and content of a Classic block, application, file; often empty
 */
public record Interpretation(Optional<Meaning> meaning, String context) {

    /**
     * The command in one line.
     *
     * @return operation and parameters, then the context in parentheses
     */
    public String commandText() {
        String text = meaning.map(Meaning::commandText).orElse("");
        return context.isEmpty() ? text : text + " (" + context + ")";
    }

    /**
     * The answer in one line.
     *
     * @return status and result; empty without an answer
     */
    public String answerText() {
        return meaning.map(Meaning::answerText).orElse("");
    }
}
