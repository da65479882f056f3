package io.github.tagsmith.cli.script;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;

/**
 * Where something stands in a script.
 *
 * @param script the script's name
 * @param line the line, from 1
 */
public record Place(String script, int line) {

    NfcException malformed(String what) {
        return new NfcException(ErrorKind.MALFORMED_INPUT, this + ": " + what);
    }

    @Override
    public String toString() {
        return script + " line " + line;
    }
}
