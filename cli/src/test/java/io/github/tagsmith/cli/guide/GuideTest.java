package io.github.tagsmith.cli.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs every command of the pages for users, and compares its output; what needs the PC/SC service is run by {@link GuideIT}. */
class GuideTest {

    @TempDir
    private static Path folder;

    @TestFactory
    Stream<DynamicNode> commandsPrintWhatThePagesSay() {
        assertTrue(GuidePage.all().size() > 5);
        return GuidePage.all().stream().map(page -> new GuideRun(page, false, folder).tests());
    }

    @Test
    void noCommandIsLeftOut() {
        assertEquals(
                List.of(),
                GuidePage.all().stream()
                        .flatMap(page -> UnrunCommands.of(page).stream())
                        .toList());
    }

    @Test
    void everyCommandThatTheTextSpeaksOfExists() {
        assertEquals(
                List.of(),
                GuidePage.all().stream()
                        .flatMap(page -> SpokenCommands.unknown(page).stream())
                        .toList());
    }
}
