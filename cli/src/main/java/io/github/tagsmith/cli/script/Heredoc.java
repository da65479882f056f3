package io.github.tagsmith.cli.script;

import io.github.tagsmith.core.error.NfcException;
import java.util.List;

/**
 * Lines of a script that are the standard input of a command.
 *
 * @param lines each with the variables in it
 */
record Heredoc(List<Word> lines) {

    Heredoc {
        lines = List.copyOf(lines);
    }

    String text(Variables variables) throws NfcException {
        StringBuilder text = new StringBuilder();
        for (Word line : lines) {
            text.append(line.value(variables)).append('\n');
        }
        return text.toString();
    }
}
