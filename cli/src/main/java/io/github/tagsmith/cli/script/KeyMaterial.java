package io.github.tagsmith.cli.script;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.HexFormatException;
import io.github.tagsmith.core.meaning.Secrets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells lines that may hold a key, which are kept in no history. */
final class KeyMaterial {

    /** A run of digits of the length of a key of any kind: 6, 8, 16 or 24 bytes, or 20 bytes in a key file's line. */
    private static final Pattern KEY = Pattern.compile(
            "(?<![0-9A-Fa-f])([0-9A-Fa-f]{12}|[0-9A-Fa-f]{16}" + "|[0-9A-Fa-f]{32}|[0-9A-Fa-f]{48})(?![0-9A-Fa-f])");

    /** An option for keys, a number of a key before it, and something that is neither a name nor a place of a key. */
    private static final Pattern OPTION = Pattern.compile(
            "(?:--(?:[a-z]+-)*key(?:-[ab])?|--auth|--old|--new)[= ]\\s*+(?:\\d+:)?+(?:\\w+:(?=default\\b))?+"
                    + "(?!default\\b|@|env:|vault:|-(?:\\s|$))\\S");

    private static final List<String> SENDERS = List.of("apdu", "escape", "control");

    private KeyMaterial() {}

    static boolean isIn(String text) {
        return text.contains("<<") || text.lines().anyMatch(KeyMaterial::isInLine);
    }

    private static boolean isInLine(String line) {
        List<String> words = List.of(line.strip().split("\\s+", -1));
        boolean sends = words.stream().anyMatch(SENDERS::contains);
        return OPTION.matcher(line).find()
                || (sends
                        ? words.stream().anyMatch(KeyMaterial::isInCommand)
                        : KEY.matcher(line).find());
    }

    /** Digits with blanks between them are not looked through: a line with such an APDU is not kept. */
    private static boolean isInCommand(String word) {
        try {
            Bytes command = Bytes.fromHex(word.replaceAll("=.*", ""));
            return command.length() == 1
                    || (command.length() > 4
                            && !Secrets.of(command, Optional.empty()).equals(Secrets.clear(command, Optional.empty())));
        } catch (HexFormatException noBytes) {
            return false;
        }
    }
}
