package io.github.tagsmith.classic.keyfile;

import io.github.tagsmith.classic.format.DumpFormat.Encoded;
import io.github.tagsmith.classic.format.TextFile;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of keys that the Proxmark client prints.
 *
 * <pre>
 * |sec|key A           |res|key B           |res|
 * |000|  FFFFFFFFFFFF  | 1 |  FFFFFFFFFFFF  | 0 |     res 0: not found
 * </pre>
 */
final class KeyTableFormat implements KeyFileFormat {

    private static final String RULE = "|---|----------------|---|----------------|---|";
    private static final String HEAD = "|sec|key A           |res|key B           |res|";
    private static final String NO_KEY = "-".repeat(2 * ClassicKey.LENGTH);

    private static final String KEY_CELLS = " *([0-9A-Fa-f]{12}|-{12}) *\\| *(\\w) *\\|";
    private static final Pattern ROW_PATTERN = Pattern.compile("\\| *([0-9]{1,3}) *\\|" + KEY_CELLS + KEY_CELLS);
    private static final Pattern FRAME = Pattern.compile("[-|+]+|\\| *sec *\\|.*");

    @Override
    public String id() {
        return "keytable";
    }

    @Override
    public List<String> endings() {
        return List.of("-keys.txt", ".keytable");
    }

    @Override
    public boolean recognises(Bytes content) {
        return TextFile.head(content).startsWith("|");
    }

    @Override
    public boolean bySector() {
        return true;
    }

    @Override
    public KeyFile read(Bytes content) throws NfcException {
        List<Optional<ClassicKey>> keysA = new ArrayList<>();
        List<Optional<ClassicKey>> keysB = new ArrayList<>();
        int number = 0;
        for (String raw : TextFile.decode(content).lines().toList()) {
            number++;
            String line = raw.strip();
            if (!line.isEmpty() && !FRAME.matcher(line).matches()) {
                Matcher row = row(line, number, keysA.size());
                keysA.add(key(row.group(2), row.group(3)));
                keysB.add(key(row.group(4), row.group(5)));
            }
        }
        if (keysA.isEmpty()) {
            throw NfcException.malformed("the table ends after line " + number + " and has no sector");
        }
        return KeyFile.of(new SectorKeys(keysA, keysB));
    }

    private static Matcher row(String line, int number, int sector) throws NfcException {
        Matcher row = ROW_PATTERN.matcher(line);
        if (!row.matches()) {
            throw NfcException.malformed("line " + number + ": not a row of sector, key A, result, key B, result");
        }
        if (Integer.parseInt(row.group(1)) != sector || sector >= ClassicType.K4.sectorCount()) {
            throw NfcException.malformed("line " + number + ": the sectors do not count from 0 to at most 39");
        }
        return row;
    }

    private static Optional<ClassicKey> key(String digits, String result) {
        return result.equals("0") || digits.equals(NO_KEY) ? Optional.empty() : Optional.of(ClassicKey.of(digits));
    }

    @Override
    public Encoded write(KeyFile file) {
        SectorKeys sectors = file.sectors().orElseThrow();
        StringBuilder text = new StringBuilder(String.join("\n", RULE, HEAD, RULE, ""));
        for (int sector = 0; sector < sectors.count(); sector++) {
            Optional<ClassicKey> keyA = sectors.keysA().get(sector);
            Optional<ClassicKey> keyB = sectors.keysB().get(sector);
            text.append(String.format(
                            "|%03d|  %s  | %s |  %s  | %s |",
                            sector, digits(keyA), result(keyA), digits(keyB), result(keyB)))
                    .append('\n');
        }
        return new Encoded(TextFile.encode(text.append(RULE).append('\n').toString()), List.of());
    }

    private static String digits(Optional<ClassicKey> key) {
        return key.map(known -> known.reveal().toHex()).orElse(NO_KEY);
    }

    private static String result(Optional<ClassicKey> key) {
        return key.isPresent() ? "1" : "0";
    }
}
