package io.github.tagsmith.cli.script;

import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes a script apart into lines of words. Blanks separate words; {@code 'text'} is taken as it is, {@code "text"} with
 * variables; {@code $name} and {@code ${name}} are variables, {@code $$} is a dollar sign; a backslash takes the next character
 * as it is, and at the end of a line continues it; {@code #} at the beginning of a word begins a comment.
 */
final class WordReader {

    private static final String HEREDOC = "<<";

    private final String text;
    private final String script;
    private int at;
    private int line;
    private List<Word.Part> parts = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();
    private boolean inWord;

    WordReader(String text, String script, int firstLine) {
        this.text = text.replace("\r\n", "\n");
        this.script = script;
        this.line = firstLine;
    }

    /** The next line that says anything. */
    Optional<Statement> next() throws NfcException, IncompleteScriptException {
        while (at < text.length()) {
            skipBlanks();
            Place place = place();
            List<Word> words = new ArrayList<>();
            Optional<Heredoc> data = Optional.empty();
            while (!atEndOfLine()) {
                if (text.startsWith(HEREDOC, at)) {
                    data = Optional.of(heredoc(place));
                    break;
                }
                words.add(word());
                skipBlanks();
            }
            if (data.isEmpty()) {
                endLine();
            }
            if (!words.isEmpty()) {
                return Optional.of(new Statement(place, words, data, List.of()));
            }
            if (data.isPresent()) {
                throw place.malformed("<< without a command before it");
            }
        }
        return Optional.empty();
    }

    private Place place() {
        return new Place(script, line);
    }

    private boolean atEndOfLine() {
        return at >= text.length() || text.charAt(at) == '\n' || text.charAt(at) == '#';
    }

    private void endLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end + 1;
        line++;
    }

    private void skipBlanks() throws IncompleteScriptException {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t' || continues())) {
            at++;
        }
    }

    /** At a backslash that ends a line: goes to the line feed, which then counts as a blank. */
    private boolean continues() throws IncompleteScriptException {
        if (text.charAt(at) != '\\') {
            return false;
        }
        if (at + 1 >= text.length()) {
            throw new IncompleteScriptException(place(), "the line that \\ announces");
        }
        if (text.charAt(at + 1) != '\n') {
            return false;
        }
        at++;
        line++;
        return true;
    }

    private Word word() throws NfcException, IncompleteScriptException {
        inWord = true;
        while (inWord && at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case ' ', '\t', '\n' -> inWord = false;
                case '\'' -> singleQuoted();
                case '"' -> doubleQuoted();
                case '$' -> variable();
                case '\\' -> escaped();
                default -> literal.append(text.charAt(at++));
            }
        }
        return finished();
    }

    private Word finished() {
        endLiteral();
        Word word = new Word(parts.isEmpty() ? List.of(new Word.Part("", false)) : parts);
        parts = new ArrayList<>();
        return word;
    }

    private void endLiteral() {
        if (literal.length() > 0) {
            parts.add(new Word.Part(literal.toString(), false));
            literal.setLength(0);
        }
    }

    private void singleQuoted() throws IncompleteScriptException {
        int end = text.indexOf('\'', at + 1);
        if (end < 0) {
            throw new IncompleteScriptException(place(), "the other '");
        }
        append(at + 1, end);
        at = end + 1;
    }

    private void append(int from, int to) {
        String quoted = text.substring(from, to);
        line += (int) quoted.chars().filter(c -> c == '\n').count();
        literal.append(quoted);
    }

    private void doubleQuoted() throws NfcException, IncompleteScriptException {
        Place opened = place();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            if (c == '$') {
                variable();
            } else if (c == '\\' && at + 1 < text.length()) {
                append(at + 1, at + 2);
                at += 2;
            } else {
                append(at, at + 1);
                at++;
            }
        }
        if (at >= text.length()) {
            throw new IncompleteScriptException(opened, "the other \"");
        }
        at++;
    }

    private void escaped() throws IncompleteScriptException {
        if (continues()) {
            inWord = false;
            return;
        }
        literal.append(text.charAt(at + 1));
        at += 2;
    }

    private void variable() throws NfcException {
        if (text.startsWith("$$", at)) {
            literal.append('$');
            at += 2;
            return;
        }
        boolean braced = text.startsWith("${", at);
        int from = at + (braced ? 2 : 1);
        int to = from;
        while (to < text.length() && Variables.isName(text.substring(from, to + 1))) {
            to++;
        }
        if (to == from || (braced && (to >= text.length() || text.charAt(to) != '}'))) {
            throw place().malformed("$ without the name of a variable; a dollar sign itself is $$");
        }
        endLiteral();
        parts.add(new Word.Part(text.substring(from, to), true));
        at = braced ? to + 1 : to;
    }

    private Heredoc heredoc(Place place) throws NfcException, IncompleteScriptException {
        at += HEREDOC.length();
        skipBlanks();
        boolean quoted = at < text.length() && text.charAt(at) == '\'';
        Word mark = atEndOfLine() ? finished() : word();
        String end = mark.value(new Variables());
        skipBlanks();
        if (end.isEmpty() || !atEndOfLine()) {
            throw place.malformed("<< is followed by one word, which ends the data on a line of its own");
        }
        endLine();
        List<Word> lines = new ArrayList<>();
        while (at < text.length()) {
            int newline = text.indexOf('\n', at);
            int lineEnd = newline < 0 ? text.length() : newline;
            if (text.substring(at, lineEnd).strip().equals(end)) {
                endLine();
                return new Heredoc(lines);
            }
            lines.add(quoted ? taken(lineEnd) : expanded(lineEnd));
            endLine();
        }
        throw new IncompleteScriptException(place, "the line " + end + " that ends the data");
    }

    private Word taken(int lineEnd) {
        literal.append(text, at, lineEnd);
        at = lineEnd;
        return finished();
    }

    private Word expanded(int lineEnd) throws NfcException {
        while (at < lineEnd) {
            if (text.charAt(at) == '$') {
                variable();
            } else {
                literal.append(text.charAt(at++));
            }
        }
        return finished();
    }
}
