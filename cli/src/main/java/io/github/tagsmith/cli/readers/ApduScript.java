package io.github.tagsmith.cli.readers;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.List;

/**
 * Files in the syntax of scriptor (pcsc-tools): an APDU a line, {@code reset}, {@code #} before a comment, a backslash at the
 * end of a line that goes on. {@code =SW} behind an APDU is ours.
 */
final class ApduScript {

    private ApduScript() {}

    static List<ApduStep> parse(String text, String name, boolean raw) throws NfcException {
        List<ApduStep> steps = new ArrayList<>();
        StringBuilder begun = new StringBuilder();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String stripped = line.strip();
            if (stripped.startsWith("#") && begun.isEmpty()) {
                continue;
            }
            if (stripped.endsWith("\\")) {
                begun.append(stripped, 0, stripped.length() - 1).append(' ');
                continue;
            }
            String whole = begun.append(stripped).toString().strip();
            begun.setLength(0);
            if (!whole.isEmpty()) {
                steps.add(step(whole, name, number, raw));
            }
        }
        if (!begun.toString().isBlank()) {
            steps.add(step(begun.toString().strip(), name, number, raw));
        }
        return steps;
    }

    private static ApduStep step(String text, String name, int line, boolean raw) throws NfcException {
        if (text.equalsIgnoreCase("reset")) {
            return new ApduStep.Reset();
        }
        try {
            return ApduExpression.parse(text, raw);
        } catch (NfcException e) {
            throw new NfcException(ErrorKind.MALFORMED_INPUT, name + " line " + line + ": " + e.getMessage())
                    .withCause(e);
        }
    }
}
