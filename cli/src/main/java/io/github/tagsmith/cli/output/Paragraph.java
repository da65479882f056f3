package io.github.tagsmith.cli.output;

import java.util.ArrayList;
import java.util.List;

/** A text in lines. */
public final class Paragraph {

    private static final int WIDTH = 80;

    private Paragraph() {}

    /**
     * Breaks a text at blanks, for 80 columns.
     *
     * @param head what stands before the text; the lines after the first are indented as far
     * @param text the text
     * @return its lines, at least one
     */
    public static List<String> lines(String head, String text) {
        return lines(head, text, WIDTH);
    }

    /**
     * Breaks a text at blanks.
     *
     * @param head what stands before the text; the lines after the first are indented as far
     * @param text the text
     * @param width the most characters of a line; a longer word has a line of its own
     * @return its lines, at least one
     */
    public static List<String> lines(String head, String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(head);
        for (String word : text.split(" ", -1)) {
            boolean first = line.length() == head.length();
            if (!first && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(head.length()));
                first = true;
            }
            line.append(first ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
