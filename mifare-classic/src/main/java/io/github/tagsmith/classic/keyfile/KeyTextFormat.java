package io.github.tagsmith.classic.keyfile;

import io.github.tagsmith.classic.dump.KeyList;
import io.github.tagsmith.classic.format.DumpFormat.Encoded;
import io.github.tagsmith.classic.format.TextFile;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One key a line, 12 hexadecimal digits; {@code #} begins a comment, blanks and empty lines do not count. */
final class KeyTextFormat implements KeyFileFormat {

    private static final String BLANKS = " \t\u000B\f";
    private static final int LOOKED_AT = 8192;

    @Override
    public String id() {
        return "keys";
    }

    @Override
    public List<String> endings() {
        return List.of(".keys", ".dic");
    }

    /** Text, and most of its lines are keys; the last line looked at may be cut. */
    @Override
    public boolean recognises(Bytes content) {
        String head = content.slice(0, Math.min(LOOKED_AT, content.length())).toText(StandardCharsets.ISO_8859_1);
        return isText(head) && hasMostlyKeys(TextFile.lines(head));
    }

    private static boolean isText(String head) {
        for (int at = 0; at < head.length(); at++) {
            char c = head.charAt(at);
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t') {
                return false;
            }
        }
        return true;
    }

    private static boolean hasMostlyKeys(List<String> lines) {
        int keys = 0;
        int others = 0;
        for (String line : lines) {
            String stripped = stripped(line);
            if (isKey(stripped)) {
                keys++;
            } else if (!stripped.isEmpty()) {
                others++;
            }
        }
        return keys > 0 && keys >= (keys + others) / 2;
    }

    /** Without comment and blanks. */
    private static String stripped(String line) {
        StringBuilder stripped = new StringBuilder();
        for (int at = 0; at < line.length() && line.charAt(at) != '#'; at++) {
            if (BLANKS.indexOf(line.charAt(at)) < 0) {
                stripped.append(line.charAt(at));
            }
        }
        return stripped.toString();
    }

    private static boolean isKey(String line) {
        for (int at = 0; at < line.length(); at++) {
            if (!HexFormat.isHexDigit(line.charAt(at))) {
                return false;
            }
        }
        return line.length() == 2 * ClassicKey.LENGTH;
    }

    @Override
    public boolean bySector() {
        return false;
    }

    /** A line that is no key is kept by its number: whether that spoils the file is for the caller to say. */
    @Override
    public KeyFile read(Bytes content) throws NfcException {
        List<ClassicKey> keys = new ArrayList<>();
        List<Integer> bad = new ArrayList<>();
        int number = 0;
        for (String raw : TextFile.lines(TextFile.decode(content))) {
            number++;
            String line = stripped(raw);
            if (isKey(line)) {
                keys.add(ClassicKey.of(line));
            } else if (!line.isEmpty()) {
                bad.add(number);
            }
        }
        if (keys.isEmpty() && !bad.isEmpty()) {
            throw NfcException.malformed("line " + bad.get(0) + ": not a key, which is 12 hexadecimal digits");
        }
        return new KeyFile(keys, Optional.empty(), bad);
    }

    @Override
    public Encoded write(KeyFile file) {
        String text = KeyList.join(file.keys()).stream()
                .map(key -> key.reveal().toHex() + "\n")
                .collect(Collectors.joining());
        List<String> losses = file.sectors().isPresent()
                ? List.of("a list of keys does not say which sector and which of its two keys they belong to")
                : List.of();
        return new Encoded(TextFile.encode(text), losses);
    }
}
