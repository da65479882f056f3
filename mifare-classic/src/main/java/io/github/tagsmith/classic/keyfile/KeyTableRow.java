package io.github.tagsmith.classic.keyfile;

import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.core.error.NfcException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sector in the table that the Proxmark client prints. */
record KeyTableRow(Optional<ClassicKey> keyA, Optional<ClassicKey> keyB) {

    static final String NO_KEY = "-".repeat(2 * ClassicKey.LENGTH);

    private static final String KEY_CELLS = " *([0-9A-Fa-f]{12}|-{12}) *\\| *(\\w) *\\|";
    private static final Pattern ROW = Pattern.compile("\\| *([0-9]{1,3}) *\\|" + KEY_CELLS + KEY_CELLS);
    private static final Pattern FRAME = Pattern.compile("[-|+]+|\\| *sec *\\|.*");

    /** Whether a line is what stands around the rows. */
    static boolean isFrame(String line) {
        return FRAME.matcher(line).matches();
    }

    static KeyTableRow parse(String line, int number, int sector) throws NfcException {
        Matcher row = ROW.matcher(line);
        if (!row.matches()) {
            throw NfcException.malformed("line " + number + ": not a row of sector, key A, result, key B, result");
        }
        if (Integer.parseInt(row.group(1)) != sector || sector >= ClassicType.K4.sectorCount()) {
            throw NfcException.malformed("line " + number + ": the sectors do not count from 0 to at most 39");
        }
        return new KeyTableRow(key(row.group(2), row.group(3)), key(row.group(4), row.group(5)));
    }

    private static Optional<ClassicKey> key(String digits, String result) {
        return result.equals("0") || digits.equals(NO_KEY) ? Optional.empty() : Optional.of(ClassicKey.of(digits));
    }
}
