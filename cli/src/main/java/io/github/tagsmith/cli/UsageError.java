package io.github.tagsmith.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A command line that is not understood: what is wrong with it, and what may be meant. */
final class UsageError {

    /** How picocli says where a value stands, before what is wrong with it. */
    private static final Pattern PLACE = Pattern.compile(
            "^Invalid value for (?:option '([^' ]+)[^:]*|positional parameter at index \\S+ \\((.+?)\\)): ");

    private final ParameterException error;
    private final CommandSpec command;

    UsageError(ParameterException error) {
        this.error = error;
        this.command = error.getCommandLine().getCommandSpec();
    }

    /** One sentence. */
    String sentence() {
        String wrong = unmatched();
        if (wrong != null) {
            return unmatched(wrong);
        }
        ArgSpec argument = error.getArgSpec();
        if (isWordOf(argument)) {
            return "\"" + error.getValue() + "\" is no value of " + name(argument) + ": " + choice(words(argument));
        }
        if (argument == null && !(error instanceof MissingParameterException) && isGroup()) {
            return "`" + command.qualifiedName() + "` needs a command: " + choice(commands());
        }
        String message = error.getMessage();
        return message == null
                ? "this command line is not understood"
                : PLACE.matcher(message).replaceFirst("$1$2: ");
    }

    /** What to do. */
    String hint() {
        List<String> near = near();
        return near.isEmpty()
                ? "See " + command.qualifiedName() + " --help"
                : "Did you mean: " + String.join(", ", near) + "?";
    }

    private List<String> near() {
        String wrong = unmatched();
        if (wrong != null) {
            return NearWords.of(wrong, wrong.startsWith("-") ? options() : commands());
        }
        ArgSpec argument = error.getArgSpec();
        return isWordOf(argument) ? NearWords.of(error.getValue(), words(argument)) : List.of();
    }

    /** The first word that has no place, an option without its value. */
    private @Nullable String unmatched() {
        boolean missing = error instanceof MissingParameterException;
        if (!missing && !(error instanceof UnmatchedArgumentException)) {
            return null;
        }
        for (String word : error.getCommandLine().getUnmatchedArguments()) {
            if (word.startsWith("-") || !missing) {
                return word.startsWith("-") && word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            }
        }
        return null;
    }

    private String unmatched(String wrong) {
        String here = command.parent() == null ? "" : " of `" + command.qualifiedName() + "`";
        if (wrong.startsWith("-")) {
            return "there is no option " + wrong + here;
        }
        return isGroup()
                ? "there is no command \"" + wrong + "\"" + here
                : "\"" + wrong + "\" is one argument more than `" + command.qualifiedName() + "` takes";
    }

    private boolean isGroup() {
        return !command.subcommands().isEmpty();
    }

    private Collection<String> commands() {
        return command.subcommands().keySet();
    }

    private List<String> options() {
        List<String> names = new ArrayList<>();
        for (OptionSpec option : command.options()) {
            names.addAll(Arrays.asList(option.names()));
        }
        return names;
    }

    private boolean isWordOf(@Nullable ArgSpec argument) {
        return argument != null && error.getValue() != null && argument.auxiliaryTypes()[0].isEnum();
    }

    private static List<String> words(ArgSpec argument) {
        return Arrays.stream(argument.auxiliaryTypes()[0].getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String choice(Collection<String> words) {
        List<String> all = List.copyOf(words);
        int last = all.size() - 1;
        return last < 1 ? String.join("", all) : String.join(", ", all.subList(0, last)) + " or " + all.get(last);
    }
}
