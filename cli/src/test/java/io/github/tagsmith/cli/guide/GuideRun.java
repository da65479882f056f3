package io.github.tagsmith.cli.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.testing.PcscDaemon;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * Runs a page from top to bottom, as its reader would, and compares each output. With {@code -Dguide.write=true} an output that is
 * another one is written into the page.
 */
final class GuideRun {

    private static final boolean WRITE = Boolean.getBoolean("guide.write");

    private final GuidePage page;
    private final boolean withService;
    private final Path place;
    private final TreeMap<Integer, GuideExample> others = new TreeMap<>();
    private final TreeMap<Integer, List<String>> othersSaid = new TreeMap<>();
    private GuideShell shell;

    GuideRun(GuidePage page, boolean withService, Path place) {
        this.page = page;
        this.withService = withService;
        this.place = place;
    }

    /** A test for each command; what needs the service is left out where there is none. */
    DynamicNode tests() {
        List<DynamicNode> tests = new ArrayList<>();
        tests.add(DynamicTest.dynamicTest(
                "opens", () -> shell = new GuideShell(Files.createTempDirectory(place, "guide"), withService)));
        for (GuideBlock block : page.blocks()) {
            block.fileName()
                    .ifPresent(name ->
                            tests.add(DynamicTest.dynamicTest("file " + name, () -> shell.write(name, block.text()))));
            if (block.isConsole() && (withService || !block.needsService())) {
                for (GuideExample example : GuideExample.of(block)) {
                    tests.add(DynamicTest.dynamicTest(example.command(), () -> compare(block, example)));
                }
                tests.add(DynamicTest.dynamicTest("line " + block.line() + " ends", () -> ends(block)));
            }
        }
        tests.add(DynamicTest.dynamicTest("closes", this::close));
        return DynamicContainer.dynamicContainer(page.toString(), tests);
    }

    private void ends(GuideBlock block) throws NfcException, InterruptedException {
        shell.endBackground();
        if (block.needsService()) {
            PcscDaemon.awaitEmptyReaders();
        }
    }

    private void compare(GuideBlock block, GuideExample example) throws IOException, InterruptedException {
        for (String program : block.neededPrograms()) {
            assumeTrue(installed(program), "skipped: " + program + " is not installed");
        }
        List<String> said = shell.run(example);
        boolean right = example.runsOn() ? example.isBegunBy(said) : example.matches(said);
        if (!right && WRITE) {
            others.put(example.line(), example);
            othersSaid.put(example.line(), said);
        } else if (!right) {
            assertEquals(
                    String.join("\n", example.output()),
                    String.join("\n", said),
                    page + ", line " + example.line() + ": " + example.command());
        }
    }

    private static boolean installed(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private void close() throws IOException, InterruptedException {
        shell.close();
        if (!others.isEmpty()) {
            List<String> lines = new ArrayList<>(page.lines());
            for (GuideExample example : others.descendingMap().values()) {
                List<String> old = lines.subList(
                        example.line() - 1,
                        example.line() - 1 + example.output().size());
                old.clear();
                old.addAll(othersSaid.get(example.line()));
            }
            Files.write(page.file(), lines);
        }
    }
}
