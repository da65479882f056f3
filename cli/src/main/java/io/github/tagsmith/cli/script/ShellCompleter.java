package io.github.tagsmith.cli.script;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completes commands, their options and the values of those, variables, and the words of the language itself. */
final class ShellCompleter implements Completer {

    private final Supplier<CommandLine> model;
    private final Map<String, Supplier<? extends Collection<String>>> byLabel;
    private final Supplier<Iterable<String>> variables;
    private @Nullable CommandLine commands;

    /**
     * A completer.
     *
     * @param model all commands, asked for once
     * @param byLabel values of options and parameters by their label in the help
     * @param variables names of variables
     */
    ShellCompleter(
            Supplier<CommandLine> model,
            Map<String, Supplier<? extends Collection<String>>> byLabel,
            Supplier<Iterable<String>> variables) {
        this.model = model;
        this.byLabel = byLabel;
        this.variables = variables;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        List<String> before = command(line.words().subList(0, line.wordIndex()));
        String begun = line.word().substring(0, line.wordCursor());
        if (begun.startsWith("$")) {
            variables.get().forEach(name -> candidates.add(new Candidate("$" + name)));
            return;
        }
        Position position = position(before);
        CommandSpec spec = position.command.getCommandSpec();
        if (position.option != null) {
            values(position.option, "", line, candidates);
        } else if (begun.startsWith("-") && begun.contains("=")) {
            String name = begun.substring(0, begun.indexOf('='));
            OptionSpec option = spec.optionsMap().get(name);
            if (option != null) {
                values(option, name + "=", line, candidates);
            }
        } else if (begun.startsWith("-")) {
            spec.options().stream().filter(option -> !option.hidden()).forEach(option -> candidates.add(named(option)));
        } else {
            words(position, spec, before.isEmpty(), candidates);
            position.positional(spec).forEach(parameter -> values(parameter, "", line, candidates));
        }
    }

    /** The words of the command, without those of the language before it. */
    private static List<String> command(List<String> words) {
        List<String> rest = words;
        while (!rest.isEmpty()) {
            String first = rest.get(0);
            int own = first.equals("tagsmith") ? 1 : 0;
            if (first.equals("expect")) {
                boolean named = rest.size() > 1 && rest.get(1).matches("exit|text");
                own = named ? 3 : 2;
            }
            if (own == 0 || own > rest.size()) {
                return rest;
            }
            rest = rest.subList(own, rest.size());
        }
        return rest;
    }

    private static final class Position {

        private CommandLine command;
        private @Nullable OptionSpec option;
        private int parameters;

        Position(CommandLine command) {
            this.command = command;
        }

        List<PositionalParamSpec> positional(CommandSpec spec) {
            return spec.positionalParameters().stream()
                    .filter(parameter -> parameter.index().contains(parameters))
                    .toList();
        }

        void pass(String word) {
            CommandLine below = command.getSubcommands().get(word);
            if (option != null) {
                option = null;
            } else if (word.startsWith("-")) {
                OptionSpec given = command.getCommandSpec().optionsMap().get(word);
                option = given != null && given.arity().min() > 0 ? given : null;
            } else if (below != null && parameters == 0) {
                command = below;
            } else {
                parameters++;
            }
        }
    }

    private Position position(List<String> words) {
        if (commands == null) {
            commands = model.get();
        }
        Position position = new Position(Objects.requireNonNull(commands));
        words.forEach(position::pass);
        return position;
    }

    private static void words(Position position, CommandSpec spec, boolean first, List<Candidate> candidates) {
        if (position.parameters > 0) {
            return;
        }
        position.command
                .getSubcommands()
                .forEach((name, below) -> candidates.add(described(
                        name,
                        String.join(" ", below.getCommandSpec().usageMessage().description()))));
        if (first && spec.parent() == null) {
            ScriptRun.OWN_WORDS.forEach(word -> candidates.add(new Candidate(word)));
            Shell.OWN_WORDS.forEach(word -> candidates.add(new Candidate(word)));
        }
    }

    private static Candidate named(OptionSpec option) {
        return described(option.longestName(), String.join(" ", option.description()));
    }

    private static Candidate described(String word, String description) {
        int end = description.indexOf(". ");
        String sentence = end < 0 ? description : description.substring(0, end);
        String shown = sentence.length() > 60 ? sentence.substring(0, 57) + "..." : sentence;
        return new Candidate(word, word, null, shown, null, null, true);
    }

    private void values(ArgSpec argument, String prefix, ParsedLine line, List<Candidate> candidates) {
        List<String> values = new ArrayList<>(listed(argument));
        Supplier<? extends Collection<String>> labelled = byLabel.get(argument.paramLabel());
        if (labelled != null) {
            values.addAll(labelled.get());
        }
        new TreeSet<>(values).forEach(value -> candidates.add(new Candidate(prefix + value)));
        boolean file = argument.typeInfo().getType() == Path.class
                || argument.paramLabel().equals("FILE");
        if (file) {
            String begun = line.word().substring(0, line.wordCursor()).substring(prefix.length());
            FileNames.beginningWith(begun)
                    .forEach(name -> candidates.add(
                            new Candidate(prefix + name, prefix + name, null, null, null, null, !name.endsWith("/"))));
        }
    }

    private static List<String> listed(ArgSpec argument) {
        List<String> values = new ArrayList<>();
        if (argument.typeInfo().isEnum()) {
            argument.completionCandidates().forEach(name -> values.add(name.toLowerCase(Locale.ROOT)));
        } else if (argument.completionCandidates() != null) {
            argument.completionCandidates().forEach(values::add);
        }
        return values;
    }
}
