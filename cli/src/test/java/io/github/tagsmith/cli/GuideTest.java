package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.Program.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.StringTokenizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every command of the user guide, page by page, and compares its output. Files are called card.something there; a block
 * that has such a name behind its language is the content of that file.
 */
class GuideTest {

    private static final Path GUIDE = Path.of(System.getProperty("tagsmith.root", ".."), "docs", "guide");
    private static final String PROMPT = "$ tagsmith ";
    private static final Pattern FILE =
            Pattern.compile("```\\w+ (card\\.\\S+)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @TempDir
    private static Path folder;

    /** A command of the guide and what it prints there; {@code [exit N]} at the end names another status than 0. */
    record Example(String page, String command, String output) {

        @Override
        public String toString() {
            return page + ": " + command;
        }
    }

    static List<Example> examples() throws IOException {
        try (Stream<Path> pages = Files.list(GUIDE)) {
            return pages.filter(page -> page.toString().endsWith(".md"))
                    .sorted()
                    .flatMap(page -> examples(page).stream())
                    .toList();
        }
    }

    private static List<Example> examples(Path page) {
        List<Example> examples = new ArrayList<>();
        String command = null;
        List<String> output = new ArrayList<>();
        for (String line : lines(page)) {
            boolean ends = line.equals("```") || line.startsWith(PROMPT);
            if (command != null && ends) {
                examples.add(new Example(page.getFileName().toString(), command, String.join("\n", output)));
                command = null;
                output.clear();
            }
            if (line.startsWith(PROMPT)) {
                command = line.substring(PROMPT.length());
            } else if (command != null) {
                output.add(line);
            }
        }
        return examples;
    }

    private static List<String> lines(Path page) {
        try {
            return Files.readAllLines(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void writeFiles() throws IOException {
        try (Stream<Path> pages = Files.list(GUIDE)) {
            for (Path page :
                    pages.filter(file -> file.toString().endsWith(".md")).toList()) {
                Matcher files = FILE.matcher(Files.readString(page));
                while (files.find()) {
                    Files.writeString(folder.resolve(files.group(1)), files.group(2));
                }
            }
        }
    }

    @Test
    void theGuideHasExamples() throws IOException {
        assertTrue(examples().size() >= 5);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void commandPrintsWhatTheGuideSays(Example example) {
        Object[] words = Collections.list(new StringTokenizer(example.command())).stream()
                .map(word -> word.toString().replaceAll("\\bcard\\.", folder + "/card."))
                .toArray();
        Run run = new Program().environment("XDG_CACHE_HOME", "/nowhere").run(words);
        String said = (run.out() + run.err()).replace(folder + "/", "").stripTrailing();
        String status = run.exit() == 0 ? "" : "\n[exit " + run.exit() + "]";
        assertEquals(example.output(), withoutInstalledNames(said) + status);
    }

    /** Names of an ATR depend on whether pcsc-tools is installed. */
    private static String withoutInstalledNames(String said) {
        return said.lines()
                .filter(line -> !line.startsWith("listed"))
                .reduce((all, line) -> all + "\n" + line)
                .orElse("");
    }
}
