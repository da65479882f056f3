package io.github.tagsmith.cli.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page for users.
 *
 * @param path where it is, below the root of the project
 * @param lines its text
 * @param blocks its fenced blocks
 */
record GuidePage(Path path, List<String> lines, List<GuideBlock> blocks) {

    private static final Path ROOT = Path.of(System.getProperty("tagsmith.root", ".."));
    private static final Path GUIDE = ROOT.resolve("docs/guide");
    private static final String FENCE = "```";

    /** Every page that tells a user what to type. */
    static List<GuidePage> all() {
        try (Stream<Path> guide = Files.list(GUIDE)) {
            return Stream.concat(
                            Stream.of(ROOT.resolve("README.md"), ROOT.resolve("docs/schema/README.md")),
                            guide.filter(page -> page.toString().endsWith(".md"))
                                    .sorted())
                    .filter(Files::exists)
                    .map(GuidePage::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static GuidePage read(Path path) {
        try {
            List<String> lines = Files.readAllLines(path);
            return new GuidePage(ROOT.relativize(path), lines, blocks(path, lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<GuideBlock> blocks(Path path, List<String> lines) {
        List<GuideBlock> blocks = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            String opening = lines.get(at++);
            if (!opening.startsWith(FENCE)) {
                continue;
            }
            int first = at;
            while (at < lines.size() && !lines.get(at).equals(FENCE)) {
                at++;
            }
            if (at == lines.size()) {
                throw new IllegalArgumentException(path + ", line " + first + ": the block does not end");
            }
            List<String> words =
                    Arrays.asList(opening.substring(FENCE.length()).strip().split(" +"));
            blocks.add(
                    new GuideBlock(words.get(0), words.subList(1, words.size()), first + 1, lines.subList(first, at)));
            at++;
        }
        return blocks;
    }

    /** The numbers of the lines that are in no fenced block, from 1. */
    List<Integer> prose() {
        List<Integer> numbers = new ArrayList<>();
        boolean fenced = false;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(FENCE)) {
                fenced = !fenced;
            } else if (!fenced) {
                numbers.add(i + 1);
            }
        }
        return numbers;
    }

    Path file() {
        return ROOT.resolve(path);
    }

    boolean needsService() {
        return blocks.stream().anyMatch(GuideBlock::needsService);
    }

    /** Samples that a page speaks of. */
    static List<Path> samples() throws IOException {
        Path folder = GUIDE.resolve("samples");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
