package io.github.tagsmith.classic.keyfile;

import io.github.tagsmith.classic.format.DumpFormat.Encoded;
import io.github.tagsmith.classic.format.TextFile;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        for (String raw : TextFile.lines(TextFile.decode(content))) {
            number++;
            String line = raw.strip();
            if (!line.isEmpty() && !KeyTableRow.isFrame(line)) {
                KeyTableRow row = KeyTableRow.parse(line, number, keysA.size());
                keysA.add(row.keyA());
                keysB.add(row.keyB());
            }
        }
        if (keysA.isEmpty()) {
            throw NfcException.malformed("the table ends after line " + number + " and has no sector");
        }
        return KeyFile.of(new SectorKeys(keysA, keysB));
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
        return key.map(known -> known.reveal().toHex()).orElse(KeyTableRow.NO_KEY);
    }

    private static String result(Optional<ClassicKey> key) {
        return key.isPresent() ? "1" : "0";
    }
}
