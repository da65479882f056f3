package io.github.tagsmith.cli.output;

import java.util.ArrayList;
import java.util.List;

/** A text in lines. */
public final class Paragraph {

    private Paragraph() {}

    /**
     * Breaks a text at blanks.
     *
     * @param text the text
     * @param width the most characters of a line; a longer word has a line of its own
     * @return its lines, at least one
     */
    public static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
