package io.github.tagsmith.cli.guide;

import java.util.List;
import java.util.Optional;

/**
 * A fenced block of a page.
 *
 * @param language what follows the fence: {@code console} for commands, else the language of a text
 * @param words what follows that: what a console block needs, or the name of the file that the text is the content of
 * @param line the number of the line after the fence, from 1
 * @param lines what is between the fences
 */
record GuideBlock(String language, List<String> words, int line, List<String> lines) {

    boolean isConsole() {
        return language.equals("console");
    }

    /** Whether the commands speak with the real PC/SC service, which has the readers of vpcd. */
    boolean needsService() {
        return words.contains("pcscd");
    }

    /** Programs that have to be installed, ours not among them. */
    List<String> neededPrograms() {
        return words.stream().filter(word -> !word.equals("pcscd")).toList();
    }

    /** The file that this is the content of. */
    Optional<String> fileName() {
        return isConsole() || words.size() != 1 ? Optional.empty() : Optional.of(words.get(0));
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }
}
