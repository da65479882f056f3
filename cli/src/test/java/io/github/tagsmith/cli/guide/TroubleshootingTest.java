package io.github.tagsmith.cli.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.error.ErrorKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of error messages: a message that is a heading there is one that a command below it prints. */
class TroubleshootingTest {

    private static final GuidePage PAGE = GuidePage.all().stream()
            .filter(page -> page.path().endsWith(Path.of("troubleshooting.md")))
            .findFirst()
            .orElseThrow();
    private static final String HEADING = "### `";

    static Stream<Integer> headings() {
        return Stream.iterate(0, line -> line < PAGE.lines().size(), line -> line + 1)
                .filter(line -> PAGE.lines().get(line).startsWith(HEADING));
    }

    @ParameterizedTest
    @MethodSource("headings")
    void theHeadingIsAMessage(int line) {
        String heading = PAGE.lines().get(line);
        String message = heading.substring(HEADING.length(), heading.length() - 1);
        List<String> section = PAGE.lines().stream()
                .skip(line + 1L)
                .takeWhile(text -> !text.startsWith("#"))
                .toList();
        assertTrue(
                section.stream().anyMatch(text -> !text.startsWith(GuideExample.PROMPT) && text.contains(message)),
                "no command prints: " + message);
        assertEquals('`', heading.charAt(heading.length() - 1));
    }

    @ParameterizedTest
    @EnumSource
    void everyKindIsInTheTable(ErrorKind kind) {
        String name = "`" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "`";
        assertTrue(PAGE.lines().stream().anyMatch(text -> text.startsWith("| `") && text.contains(name)), name);
    }
}
