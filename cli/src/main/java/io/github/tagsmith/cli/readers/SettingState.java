package io.github.tagsmith.cli.readers;

import io.github.tagsmith.core.dialect.Dialect;
import io.github.tagsmith.core.dialect.SettingForm;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.Map;

/** Reads the state that somebody wants a setting to have: a name that the setting knows, or a byte. */
final class SettingState {

    private SettingState() {}

    static int parse(Dialect dialect, String setting, String text) throws NfcException {
        SettingForm form = dialect.setting(setting)
                .filter(each -> each.set().isPresent())
                .orElseThrow(() -> new NfcException(
                                ErrorKind.REFUSED,
                                "no way to set \"" + setting + "\" is known for this reader (dialect " + dialect.id()
                                        + ")")
                        .withHint("`reader info` lists what it offers"));
        Map<String, Integer> states = form.states();
        Integer named = states.get(text);
        if (named != null) {
            return named;
        }
        String digits = text.startsWith("0x") ? text.substring(2) : text;
        if (!digits.matches("[0-9A-Fa-f]{1,2}")) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "\"" + text + "\" is not a state of " + setting)
                    .withHint(
                            states.isEmpty()
                                    ? "Give a byte in hexadecimal"
                                    : "Give " + String.join(", ", states.keySet()) + ", or a byte in hexadecimal");
        }
        return Integer.parseInt(digits, 16);
    }
}
