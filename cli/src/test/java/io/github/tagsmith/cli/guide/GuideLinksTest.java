package io.github.tagsmith.cli.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links between the pages for users lead somewhere, and every page of the guide is in its list of pages. */
class GuideLinksTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]*)(?:#([^)]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("#+ (.*)");

    @Test
    void linksLeadSomewhere() {
        assertEquals(
                List.of(),
                GuidePage.all().stream().flatMap(GuideLinksTest::broken).toList());
    }

    private static Stream<String> broken(GuidePage page) {
        return page.prose().stream()
                .flatMap(number -> LINK.matcher(page.lines().get(number - 1)).results())
                .filter(link -> !leads(page, link.group(1), link.group(2)))
                .map(link -> page + ": " + link.group());
    }

    private static boolean leads(GuidePage page, String file, String anchor) {
        Path target = file.isEmpty() ? page.file() : page.file().resolveSibling(file);
        return Files.exists(target)
                && (anchor == null || GuidePage.read(target).lines().stream().anyMatch(line -> isAnchor(line, anchor)));
    }

    /** A heading's anchor is made of its words. */
    private static boolean isAnchor(String line, String anchor) {
        Matcher heading = HEADING.matcher(line);
        return heading.matches()
                && heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w -]", "")
                        .replace(' ', '-')
                        .equals(anchor);
    }

    @Test
    void theFirstPageListsAll() {
        GuidePage first = GuidePage.all().stream()
                .filter(page -> page.path().endsWith(Path.of("guide", "README.md")))
                .findFirst()
                .orElseThrow();
        String text = String.join("\n", first.lines());
        for (GuidePage page : GuidePage.all()) {
            String name = page.path().getFileName().toString();
            assertTrue(name.equals("README.md") || text.contains("](" + name + ")"), "not listed: " + page);
        }
    }
}
