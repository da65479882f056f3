package io.github.tagsmith.cli.desfire;

import java.util.List;

/**
 * Something that is done to a card, in words.
 *
 * @param verb what is done, for instance {@code create}
 * @param done the same afterwards, for instance {@code created}
 * @param object what it is done to
 * @param details more lines about it
 */
record Deed(String verb, String done, String object, List<String> details) {

    Deed {
        details = List.copyOf(details);
    }

    Deed(String verb, String done, String object) {
        this(verb, done, object, List.of());
    }

    String wanted() {
        return verb + " " + object;
    }

    String past() {
        return done + " " + object;
    }
}
