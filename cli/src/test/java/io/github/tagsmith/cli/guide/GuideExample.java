package io.github.tagsmith.cli.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A command and what it prints. In the output a line {@code ...} stands for any number of lines, and {@code …} for any
 * text in a line; {@code [exit N]} at the end names another status than 0.
 *
 * @param command what is typed after the prompt, in one line
 * @param line the number of the first line of its output, from 1
 * @param output the lines that follow it
 */
record GuideExample(String command, int line, List<String> output) {

    static final String PROMPT = "$ ";
    private static final String LINES_LEFT_OUT = "...";
    private static final String TEXT_LEFT_OUT = "…";

    static List<GuideExample> of(GuideBlock block) {
        List<GuideExample> examples = new ArrayList<>();
        List<String> lines = block.lines();
        int at = 0;
        while (at < lines.size()) {
            if (!lines.get(at).startsWith(PROMPT)) {
                throw new IllegalArgumentException(
                        "line " + (block.line() + at) + ": output without a command before it");
            }
            StringBuilder command = new StringBuilder(lines.get(at++).substring(PROMPT.length()));
            while (command.charAt(command.length() - 1) == '\\') {
                command.setLength(command.length() - 1);
                command.append(lines.get(at++).strip());
            }
            int first = at;
            while (at < lines.size() && !lines.get(at).startsWith(PROMPT)) {
                at++;
            }
            GuideExample example = new GuideExample(command.toString(), block.line() + first, lines.subList(first, at));
            if (example.runsOn() && example.output().isEmpty()) {
                throw new IllegalArgumentException(command + ": nothing tells when it has begun");
            }
            examples.add(example);
        }
        return examples;
    }

    boolean runsOn() {
        return command.endsWith(" &");
    }

    boolean matches(List<String> said) {
        return matches(output, said);
    }

    /** Whether the first lines are those of the output. */
    boolean isBegunBy(List<String> said) {
        return said.size() >= output.size() && matches(output, said.subList(0, output.size()));
    }

    private static boolean matches(List<String> expected, List<String> said) {
        if (expected.isEmpty()) {
            return said.isEmpty();
        }
        List<String> rest = expected.subList(1, expected.size());
        if (expected.get(0).strip().equals(LINES_LEFT_OUT)) {
            for (int skipped = 0; skipped <= said.size(); skipped++) {
                if (matches(rest, said.subList(skipped, said.size()))) {
                    return true;
                }
            }
            return false;
        }
        return !said.isEmpty()
                && lineMatches(expected.get(0), said.get(0))
                && matches(rest, said.subList(1, said.size()));
    }

    private static boolean lineMatches(String expected, String said) {
        StringBuilder pattern = new StringBuilder();
        for (String part : expected.split(TEXT_LEFT_OUT, -1)) {
            pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return said.matches(pattern.toString());
    }
}
