package io.github.tagsmith.cli.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Commands of ours on a page that stand where no test runs them. */
final class UnrunCommands {

    private static final Pattern COMMAND = Pattern.compile("(?:^|[|;&(]\\s*|\\$ )(?:\\./)?tagsmith\\s.*");
    private static final String INDENTED = "    ";

    private UnrunCommands() {}

    static List<String> of(GuidePage page) {
        List<String> found = new ArrayList<>();
        for (GuideBlock block : page.blocks()) {
            if (!block.isConsole() && block.fileName().isEmpty()) {
                for (int i = 0; i < block.lines().size(); i++) {
                    check(page, block.line() + i, block.lines().get(i), found);
                }
            }
        }
        for (int number : page.prose()) {
            String line = page.lines().get(number - 1);
            if (line.startsWith(INDENTED)) {
                check(page, number, line.strip(), found);
            }
        }
        return found;
    }

    private static void check(GuidePage page, int number, String line, List<String> found) {
        if (COMMAND.matcher(line).find()) {
            found.add(page + ", line " + number + ": " + line);
        }
    }
}
