package io.github.tagsmith.cli.explain;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.Hex;
import io.github.tagsmith.core.bytes.HexFormatException;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.meaning.Meaning;
import io.github.tagsmith.core.meaning.Meanings;
import io.github.tagsmith.core.meaning.StatusText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A status or command of DESFire: its code, or the name of a status. */
final class DesfireTopic implements Topic {

    private static final int STATUS_CLASS = 0x91;
    private static final String UNKNOWN_COMMAND = "desfire.Unknown";

    @Override
    public String name() {
        return "desfire";
    }

    @Override
    public boolean fits(Bytes bytes) {
        return bytes.length() == 1 && StatusText.ofDesfire(bytes.get(0)).isPresent();
    }

    @Override
    public int explain(CommandContext context, List<String> words) throws NfcException {
        context.output().show(explanation(String.join("_", words)));
        return 0;
    }

    private static Explanation explanation(String word) throws NfcException {
        int code = codeOf(word);
        Optional<StatusText> status = StatusText.ofDesfire(code);
        Optional<String> command = Meanings.ofNative(Bytes.of(code), Optional.empty())
                .map(Meaning::op)
                .filter(op -> !op.equals(UNKNOWN_COMMAND))
                .map(op -> op.substring(op.indexOf('.') + 1));
        if (status.isEmpty() && command.isEmpty()) {
            throw new NfcException(
                    ErrorKind.INVALID_REQUEST,
                    Hex.ofByte(code) + " is neither a status nor a command of DESFire that is known");
        }
        Map<String, Object> details = new LinkedHashMap<>();
        status.ifPresent(text -> details.put("status", text.text()));
        command.ifPresent(name -> details.put("command", name));
        return new Explanation(
                "desfire",
                Hex.ofByte(code),
                status.map(StatusText::name).orElseGet(command::get),
                details,
                status.map(StatusText::causes).orElse(List.of()),
                status.map(StatusText::remedies).orElse(List.of()));
    }

    /** A code in hexadecimal, with or without the 91 before it, or the name of a status. */
    private static int codeOf(String word) throws NfcException {
        Optional<StatusText> named = StatusText.ofName(word);
        if (named.isPresent()) {
            return Integer.parseInt(named.get().code(), 16);
        }
        try {
            Bytes bytes = Bytes.fromHex(word);
            if (bytes.length() == 1 || (bytes.length() == 2 && bytes.get(0) == STATUS_CLASS)) {
                return bytes.get(bytes.length() - 1);
            }
        } catch (HexFormatException noDigits) {
            // neither a name nor a number: said below
        }
        throw new NfcException(ErrorKind.INVALID_REQUEST, "\"" + word + "\" is no status of DESFire")
                .withHint("For instance AE, 91AE or AUTHENTICATION_ERROR");
    }
}
