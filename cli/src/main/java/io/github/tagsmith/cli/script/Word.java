package io.github.tagsmith.cli.script;

import io.github.tagsmith.core.error.NfcException;
import java.util.List;

/**
 * A word of a script: text, and variables whose values stand in it. A value is never taken apart into several words.
 *
 * @param parts what it is made of
 */
record Word(List<Part> parts) {

    Word {
        parts = List.copyOf(parts);
    }

    /**
     * A piece of a word.
     *
     * @param text itself, or the name of a variable
     * @param isVariable which of the two
     */
    record Part(String text, boolean isVariable) {}

    String value(Variables variables) throws NfcException {
        StringBuilder value = new StringBuilder();
        for (Part part : parts) {
            value.append(part.isVariable() ? variables.get(part.text()) : part.text());
        }
        return value.toString();
    }

    /** Whether it is this text as it stands. */
    boolean is(String text) {
        return parts.size() == 1 && parts.get(0).equals(new Part(text, false));
    }
}
