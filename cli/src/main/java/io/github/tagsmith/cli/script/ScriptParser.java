package io.github.tagsmith.cli.script;

import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads scripts: the whole of one, or what was typed into the shell so far. */
final class ScriptParser {

    private ScriptParser() {}

    /** A script that has to be complete. */
    static List<Statement> parse(String text, String script) throws NfcException {
        try {
            return parse(text, script, 1);
        } catch (IncompleteScriptException e) {
            throw new Place(script, e.line()).malformed(e.getMessage() + " is missing");
        }
    }

    /**
     * Lines from a certain one on.
     *
     * @throws IncompleteScriptException if more lines are needed
     */
    static List<Statement> parse(String text, String script, int firstLine)
            throws NfcException, IncompleteScriptException {
        WordReader reader = new WordReader(text, script, firstLine);
        return lines(reader, Optional.empty());
    }

    private static List<Statement> lines(WordReader reader, Optional<Statement> block)
            throws NfcException, IncompleteScriptException {
        List<Statement> lines = new ArrayList<>();
        for (Optional<Statement> next = reader.next(); next.isPresent(); next = reader.next()) {
            Statement line = next.get();
            if (line.closesBlock() && block.isPresent()) {
                return lines;
            }
            if (line.closesBlock()) {
                throw line.place().malformed("end without a foreach-card before it");
            }
            lines.add(line.opensBlock() ? line.with(lines(reader, next)) : line);
        }
        if (block.isPresent()) {
            throw new IncompleteScriptException(block.get().place(), "the end of foreach-card");
        }
        return lines;
    }
}
