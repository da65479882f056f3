package io.github.tagsmith.cli.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.Main;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The help of every command ends with examples, which can be typed as they stand. */
class HelpExamplesTest {

    private static final String OURS = "  tagsmith ";
    private static final int COLUMNS = 80;

    static Stream<String> commands() {
        return leaves(Main.model());
    }

    private static Stream<String> leaves(CommandLine command) {
        return command.getSubcommands().isEmpty()
                ? Stream.of(command.getCommandSpec().qualifiedName())
                : command.getSubcommands().values().stream().flatMap(HelpExamplesTest::leaves);
    }

    private static CommandLine line(String command) {
        CommandLine line = Main.model();
        for (String word : command.split(" ")) {
            line = line.getSubcommands().getOrDefault(word, line);
        }
        return line;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void hasExamples(String command) {
        List<String> lines = line(command).getUsageMessage().lines().toList();
        int examples = Math.max(lines.indexOf("Example:"), lines.indexOf("Examples:"));
        assertTrue(examples >= 0, () -> String.join("\n", lines));
        List<String> typed = lines.stream()
                .skip(examples + 1L)
                .takeWhile(line -> !line.isBlank())
                .toList();
        assertTrue(typed.stream().anyMatch(line -> line.startsWith(OURS)), () -> String.join("\n", lines));
        typed.forEach(line -> assertTrue(line.startsWith("  "), "wrapped: " + line));
        String.join("\n", typed)
                .replaceAll("\\\\\n *", "")
                .lines()
                .filter(line -> line.startsWith(OURS))
                .forEach(line -> assertEquals(List.of(), SpokenCommands.faults(line.substring(OURS.length())), line));
        lines.forEach(line -> assertTrue(line.length() <= COLUMNS, line));
    }

    /** Lists of commands show the first line of a description alone. */
    @ParameterizedTest
    @MethodSource("commands")
    void describesItselfInASentence(String command) {
        String first = line(command).getCommandSpec().usageMessage().description()[0];
        assertTrue(first.endsWith("."), first);
    }
}
