package io.github.tagsmith.cli.output;

import io.github.tagsmith.core.bytes.Bytes;

/** Text that comes from cards and files, safe to print: what would steer a terminal is shown instead of obeyed. */
public final class Printable {

    private static final String SUBSTITUTE = "\uFFFD";

    private Printable() {}

    /**
     * A text without control and formatting characters.
     *
     * @param text any text
     * @return the same, each such character replaced
     */
    public static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean steers = type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.SURROGATE;
            shown.append(steers ? SUBSTITUTE : Character.toString(c));
        });
        return shown.toString();
    }

    /** Whether it is printable ASCII, as nearly every text is. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /**
     * Bytes as ASCII.
     *
     * @param bytes any bytes
     * @return a character each, a full stop for what is not printable
     */
    public static String ascii(Bytes bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length(); i++) {
            char c = (char) bytes.get(i);
            text.append(c >= ' ' && c <= '~' ? c : '.');
        }
        return text.toString();
    }
}
