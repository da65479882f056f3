package io.github.tagsmith.cli.script;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.Map;
import java.util.TreeMap;

/** What {@code set} has set. */
final class Variables {

    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";

    private final Map<String, String> values = new TreeMap<>();

    Variables() {}

    static boolean isName(String text) {
        return text.matches(NAME);
    }

    void set(String name, String value) throws NfcException {
        if (!isName(name)) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "\"" + name + "\" is no name of a variable")
                    .withHint("Names are letters, digits and _, for instance: set block 4");
        }
        values.put(name, value);
    }

    String get(String name) throws NfcException {
        String value = values.get(name);
        if (value == null) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "the variable " + name + " is not set")
                    .withHint("Set it first: set " + name
                            + " VALUE; a dollar sign itself is $$ or stands in single quotes");
        }
        return value;
    }

    Iterable<String> names() {
        return values.keySet();
    }
}
