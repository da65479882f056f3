package io.github.tagsmith.cli.desfire;

/**
 * Something that is done to a card, in words.
 *
 * @param verb what is done, for instance {@code create}
 * @param done the same afterwards, for instance {@code created}
 * @param object what it is done to
 */
record Deed(String verb, String done, String object) {

    String wanted() {
        return verb + " " + object;
    }

    String past() {
        return done + " " + object;
    }
}
