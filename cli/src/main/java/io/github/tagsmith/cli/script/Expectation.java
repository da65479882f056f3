package io.github.tagsmith.cli.script;

import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code expect} asks of a command: {@code expect 9000 ...} the last status word from the card, x for any digit; {@code
 * expect exit 5 ...} the exit status; {@code expect text WORD ...} something that it prints.
 *
 * @param kind what is looked at
 * @param wanted what is to be found
 * @param command the command
 */
record Expectation(Kind kind, String wanted, List<String> command) {

    enum Kind {
        SW,
        EXIT,
        TEXT
    }

    /**
     * What a command did.
     *
     * @param exit its exit status
     * @param status what the card answered last, if it was asked
     * @param text what it printed
     */
    record Outcome(int exit, Optional<StatusWord> status, String text) {}

    Expectation {
        command = List.copyOf(command);
    }

    /** Reads the words behind {@code expect}. */
    static Expectation of(List<String> words) throws NfcException {
        String first = words.isEmpty() ? "" : words.get(0).toLowerCase(Locale.ROOT);
        Optional<Expectation> read = Optional.empty();
        if (first.matches("[0-9a-fx]{4}")) {
            read = of(Kind.SW, first, words, 1);
        } else if (first.equals("exit") && words.size() > 1 && words.get(1).matches("\\d{1,3}")) {
            read = of(Kind.EXIT, words.get(1), words, 2);
        } else if (first.equals("text") && words.size() > 1) {
            read = of(Kind.TEXT, words.get(1), words, 2);
        }
        return read.orElseThrow(() -> new NfcException(ErrorKind.INVALID_REQUEST, "expect what, of which command?")
                .withHint("expect 9000 COMMAND, expect exit 5 COMMAND or expect text WORD COMMAND"));
    }

    private static Optional<Expectation> of(Kind kind, String wanted, List<String> words, int from) {
        return words.size() > from
                ? Optional.of(new Expectation(kind, wanted, words.subList(from, words.size())))
                : Optional.empty();
    }

    /**
     * Compares.
     *
     * @throws NfcException {@code REFUSED} if the command did something else
     */
    void check(Outcome outcome) throws NfcException {
        switch (kind) {
            case SW -> checkStatus(outcome.status());
            case EXIT -> {
                if (outcome.exit() != Integer.parseInt(wanted)) {
                    throw other("exit status " + wanted + " was expected, it is " + outcome.exit());
                }
            }
            case TEXT -> {
                if (!outcome.text().contains(wanted)) {
                    throw other("\"" + wanted + "\" was expected, and is not in the output");
                }
            }
        }
    }

    private void checkStatus(Optional<StatusWord> status) throws NfcException {
        String expected = wanted.toUpperCase(Locale.ROOT).replace('X', 'x');
        if (status.isEmpty()) {
            throw other(expected + " was expected, and the card was asked nothing");
        }
        String answered = status.get().toString();
        if (!answered.matches(expected.replace('x', '.'))) {
            throw other(expected + " was expected, the card answered " + answered + " "
                            + status.get().meaning())
                    .withCode(status.get().value());
        }
    }

    private static NfcException other(String sentence) {
        return new NfcException(ErrorKind.REFUSED, sentence);
    }
}
