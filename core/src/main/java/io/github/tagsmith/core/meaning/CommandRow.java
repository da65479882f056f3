package io.github.tagsmith.core.meaning;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.List;

/**
 * A row of the table of commands.
 *
 * @param op the command's name
 * @param header CLA INS P1 P2
 * @param dataLength length of the data; -1 for any
 * @param le Le as it is sent; -1 for any or none
 * @param start what the data begins with
 * @param parameters fields of the command
 * @param answer fields of the answer
 * @param doneSw1 a first status byte that means done whatever follows; -1 for none
 */
record CommandRow(
        String op,
        BytePattern header,
        int dataLength,
        int le,
        BytePattern start,
        List<Field> parameters,
        List<Field> answer,
        int doneSw1) {

    private static final int ANY = -1;
    private static final int HEADER = "CC II P1 P2".length();
    private static final String DONE = " any=";

    static CommandRow parse(String line) {
        String[] columns = line.split("\\|", -1);
        if (columns.length != 4) {
            throw new IllegalArgumentException("not four columns: " + line);
        }
        String pattern = columns[1].strip();
        String answer = columns[3];
        int done = answer.indexOf(DONE);
        return new CommandRow(
                columns[0].strip(),
                BytePattern.parse(pattern.substring(0, HEADER)),
                number(" lc=", pattern),
                number(" le=", pattern),
                BytePattern.parse(pattern.substring(pattern.indexOf('[') + 1, Math.max(0, pattern.indexOf(']')))),
                Field.parseAll(columns[2]),
                Field.parseAll(done < 0 ? answer : answer.substring(0, done)),
                number(DONE, answer));
    }

    /** The hexadecimal number behind a name, up to the next blank. */
    private static int number(String name, String text) {
        int at = text.indexOf(name);
        if (at < 0) {
            return ANY;
        }
        int start = at + name.length();
        int blank = text.indexOf(' ', start);
        return Integer.parseInt(text.substring(start, blank < 0 ? text.length() : blank), 16);
    }

    /** Whether a line is about a command that begins with these hexadecimal digits, without reading the rest of it. */
    static boolean isAbout(String line, String digits) {
        int at = line.indexOf('|') + 1;
        for (int i = 0; i < digits.length(); at++) {
            char given = line.charAt(at);
            if (given == ' ') {
                continue;
            }
            if (given != '.' && given != digits.charAt(i)) {
                return false;
            }
            i++;
        }
        return true;
    }

    boolean fits(CommandParts parts, Bytes data) {
        return header.fits(parts.header())
                && (dataLength == ANY || dataLength == data.length())
                && (le == ANY || (parts.le().isPresent() && le == (parts.le().getAsInt() & 0xFF)))
                && start.fits(data);
    }
}
