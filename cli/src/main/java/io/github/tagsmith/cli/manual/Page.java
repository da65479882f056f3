package io.github.tagsmith.cli.manual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What there is to say about a command, in plain words.
 *
 * @param words its name and those of what it belongs to
 * @param description one sentence
 * @param commands what is below it
 * @param options its options, the global ones last
 * @param parameters its parameters
 * @param footer the lines that end its help
 */
record Page(
        List<String> words,
        String description,
        List<Page> commands,
        List<Argument> options,
        List<Argument> parameters,
        List<String> footer) {

    /**
     * An option or parameter.
     *
     * @param names of the option, the short one first; none of a parameter
     * @param label what stands for its value; empty for an option without one
     * @param description one sentence
     * @param valueIsAttached whether the value is not the next word
     * @param values which values there are
     * @param global whether every command has it
     */
    record Argument(
            List<String> names,
            String label,
            String description,
            boolean valueIsAttached,
            Values values,
            boolean global) {}

    static Page of(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        List<Page> commands =
                command.getSubcommands().values().stream().map(Page::of).toList();
        List<Argument> options = new ArrayList<>();
        for (OptionSpec option : spec.options()) {
            List<String> names = Arrays.asList(option.names());
            names.sort((a, b) -> Integer.compare(a.length(), b.length()));
            options.add(new Argument(
                    List.copyOf(names),
                    option.arity().max() == 0 ? "" : option.paramLabel(),
                    text(option),
                    option.arity().min() == 0,
                    Values.of(option),
                    option.inherited() || option.scopeType() == CommandLine.ScopeType.INHERIT));
        }
        Collections.sort(options, (a, b) -> Boolean.compare(a.global(), b.global()));
        List<Argument> parameters = spec.positionalParameters().stream()
                .map(parameter -> new Argument(
                        List.of(), parameter.paramLabel(), text(parameter), false, Values.of(parameter), false))
                .toList();
        return new Page(
                List.of(spec.qualifiedName().split(" ", -1)),
                plain(spec.usageMessage().description()),
                commands,
                options,
                parameters,
                Arrays.stream(spec.usageMessage().footer())
                        .flatMap(line -> Arrays.stream(line.replace("%n", "\n").split("\n", -1)))
                        .toList());
    }

    private static String text(ArgSpec argument) {
        return plain(argument.description());
    }

    private static String plain(String... lines) {
        return Arrays.stream(lines)
                .collect(Collectors.joining(" "))
                .replace("%n", " ")
                .replace("%%", "%");
    }

    /** The names of all options that take the next word for their value. */
    static List<String> optionsWithValue(Page top) {
        return top.all().stream()
                .flatMap(page -> page.options().stream())
                .filter(option -> !option.label().isEmpty() && !option.valueIsAttached())
                .flatMap(option -> option.names().stream())
                .distinct()
                .sorted()
                .toList();
    }

    String path() {
        return String.join(" ", words);
    }

    String name() {
        return words.get(words.size() - 1);
    }

    /** This page and all below it. */
    List<Page> all() {
        List<Page> all = new ArrayList<>();
        all.add(this);
        commands.forEach(page -> all.addAll(page.all()));
        return all;
    }
}
