package io.github.tagsmith.core.meaning;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    private static final int INSTRUCTION = "CC II".length();
    private static final Pattern LENGTH = Pattern.compile("\\blc=(\\p{XDigit}+)");
    private static final Pattern LE = Pattern.compile("\\ble=(\\p{XDigit}+)");
    private static final Pattern START = Pattern.compile("\\[([^]]*)]");
    private static final Pattern DONE = Pattern.compile("\\bany=(\\p{XDigit}{2})");

    static CommandRow parse(String line) {
        String[] columns = line.split("\\|", -1);
        if (columns.length != 4) {
            throw new IllegalArgumentException("not four columns: " + line);
        }
        String pattern = columns[1].strip();
        Matcher start = START.matcher(pattern);
        return new CommandRow(
                columns[0].strip(),
                BytePattern.parse(pattern.substring(0, HEADER)),
                number(LENGTH, pattern),
                number(LE, pattern),
                BytePattern.parse(start.find() ? start.group(1) : ""),
                Field.parseAll(columns[2]),
                Field.parseAll(DONE.matcher(columns[3]).replaceAll("")),
                number(DONE, columns[3]));
    }

    private static int number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Integer.parseInt(matcher.group(1), 16) : ANY;
    }

    /** Whether a line is about a class and instruction, without reading the rest of it. */
    static boolean isAbout(String line, Bytes command) {
        int start = line.indexOf('|') + 1;
        while (line.charAt(start) == ' ') {
            start++;
        }
        return BytePattern.parse(line.substring(start, start + INSTRUCTION)).fits(command);
    }

    boolean fits(CommandParts parts, Bytes data) {
        return header.fits(parts.header())
                && (dataLength == ANY || dataLength == data.length())
                && (le == ANY || (parts.le().isPresent() && le == (parts.le().getAsInt() & 0xFF)))
                && start.fits(data);
    }
}
