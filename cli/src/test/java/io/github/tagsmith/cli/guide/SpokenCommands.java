package io.github.tagsmith.cli.guide;

import io.github.tagsmith.cli.CommandModel;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** Commands that the text of a page names between backticks: they and their options exist. */
final class SpokenCommands {

    private static final Pattern SPOKEN = Pattern.compile("`(?:\\./)?tagsmith ([^`]+)`");
    private static final Pattern BLANKS = Pattern.compile("[ |]+");
    private static final CommandLine MODEL = CommandModel.whole();

    private SpokenCommands() {}

    static List<String> unknown(GuidePage page) {
        List<String> found = new ArrayList<>();
        for (int number : page.prose()) {
            Matcher spoken = SPOKEN.matcher(page.lines().get(number - 1));
            while (spoken.find()) {
                for (String fault : faults(spoken.group(1))) {
                    found.add(page + ", line " + number + ": `" + spoken.group(1) + "`: no " + fault);
                }
            }
        }
        return found;
    }

    /** The words of a command line, without the program, that are no command and no option where they stand. */
    static List<String> faults(String line) {
        List<String> faults = new ArrayList<>();
        CommandLine command = MODEL;
        for (String word : BLANKS.splitAsStream(line).toList()) {
            if (word.equals("--")) {
                command = MODEL;
            } else if (word.startsWith("-") && word.length() > 1) {
                String option = word.replaceFirst("=.*", "");
                if (!hasOption(command, option) && !hasOption(MODEL, option)) {
                    faults.add(option);
                }
            } else if (command.getSubcommands().containsKey(word)) {
                command = command.getSubcommands().get(word);
            } else if (!command.getSubcommands().isEmpty() && word.matches("[a-z]+")) {
                faults.add(word);
            }
        }
        return faults;
    }

    private static boolean hasOption(CommandLine command, String option) {
        return command.getCommandSpec().findOption(option) != null;
    }
}
