package io.github.tagsmith.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;

/** What can be answered without looking at options: {@code --version} alone, and help of commands, which is written when it is built. */
final class KnownAnswers {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    private KnownAnswers() {}

    /**
     * Answers if the command line is {@code --version}, or words followed by {@code --help}, as it is known for them.
     *
     * @param out where the answer goes
     * @param arguments the command line
     * @return whether there was an answer
     */
    static boolean given(PrintStream out, String... arguments) {
        String last = arguments.length == 0 ? "--help" : arguments[arguments.length - 1];
        if (arguments.length == 1 && (last.equals("--version") || last.equals("-V"))) {
            for (String line : new Version().getVersion()) {
                out.println(line);
            }
            return true;
        }
        return (last.equals("--help") || last.equals("-h")) && help(out, arguments);
    }

    private static boolean help(PrintStream out, String... arguments) {
        StringBuilder page = new StringBuilder("help/tagsmith");
        for (int i = 0; i < arguments.length - 1; i++) {
            if (!isWord(arguments[i])) {
                return false;
            }
            page.append('-').append(arguments[i]);
        }
        try (InputStream text = KnownAnswers.class.getResourceAsStream(page + ".txt")) {
            if (text == null) {
                return false;
            }
            text.transferTo(out);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isWord(String argument) {
        for (int i = 0; i < argument.length(); i++) {
            if (LETTERS.indexOf(argument.charAt(i)) < 0) {
                return false;
            }
        }
        return !argument.isEmpty();
    }
}
