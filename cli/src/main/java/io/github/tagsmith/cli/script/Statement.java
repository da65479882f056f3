package io.github.tagsmith.cli.script;

import java.util.List;
import java.util.Optional;

/**
 * A line of a script with what belongs to it.
 *
 * @param place where it stands
 * @param words its words, at least one
 * @param data its standard input, if it brings one
 * @param body the lines up to its {@code end}; none unless it is a {@code foreach-card}
 */
record Statement(Place place, List<Word> words, Optional<Heredoc> data, List<Statement> body) {

    static final String FOREACH_CARD = "foreach-card";
    static final String END = "end";

    Statement {
        words = List.copyOf(words);
        body = List.copyOf(body);
    }

    boolean opensBlock() {
        return words.get(0).is(FOREACH_CARD);
    }

    boolean closesBlock() {
        return words.get(0).is(END) && words.size() == 1;
    }

    Statement with(List<Statement> lines) {
        return new Statement(place, words, data, lines);
    }
}
