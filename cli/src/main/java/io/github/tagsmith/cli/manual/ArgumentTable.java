package io.github.tagsmith.cli.manual;

import io.github.tagsmith.cli.arguments.ArgumentRow;
import io.github.tagsmith.cli.arguments.ArgumentRow.Kind;
import io.github.tagsmith.cli.arguments.CommandTable;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.command.GlobalOptions;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The options and parameters of a command as rows, as far as {@link io.github.tagsmith.cli.arguments} has words for them. */
final class ArgumentTable {

    private ArgumentTable() {}

    /**
     * Makes the rows.
     *
     * @param command a command that can be run
     * @return them, with its class; nothing if there is a parameter for which no row can be made, an option is just left out
     */
    static Optional<CommandTable> of(CommandSpec command) {
        List<ArgumentRow> rows = new ArrayList<>();
        boolean whole = !command.parser().stopAtPositional()
                && command.argGroups().isEmpty()
                && command.unmatchedArgsBindings().isEmpty()
                && command.specElements().isEmpty()
                && command.parentCommandElements().isEmpty();
        for (ArgSpec argument : command.args()) {
            Optional<ArgumentRow> row = row(command, argument);
            row.ifPresent(rows::add);
            whole &=
                    row.isPresent() || (argument.isOption() && !argument.required() && argument.defaultValue() == null);
        }
        return whole ? Optional.of(new CommandTable(type(command.userObject()), rows)) : Optional.empty();
    }

    private static String type(Object command) {
        try {
            return command.getClass()
                    .getDeclaredConstructor(CommandContext.class)
                    .getDeclaringClass()
                    .getName();
        } catch (NoSuchMethodException needsMore) {
            return CommandTable.NEEDS_MORE;
        }
    }

    private static Optional<ArgumentRow> row(CommandSpec command, ArgSpec argument) {
        boolean unusual = argument.interactive()
                || argument.splitRegex().length() > 0
                || argument.parameterConsumer() != null
                || argument.converters().length > 1;
        Optional<Kind> kind = kind(argument);
        Optional<List<String>> target = target(command.userObject(), argument);
        if (unusual || kind.isEmpty() || target.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ArgumentRow(
                kind.get(),
                argument instanceof OptionSpec option
                        ? List.of(option.names())
                        : List.of(String.valueOf(
                                ((PositionalParamSpec) argument).index().min())),
                target.get(),
                argument.auxiliaryTypes()[0].getName(),
                argument.converters().length == 0
                        ? ""
                        : argument.converters()[0].getClass().getName(),
                argument.required(),
                argument.defaultValue() == null ? "" : argument.defaultValue()));
    }

    private static Optional<Kind> kind(ArgSpec argument) {
        boolean several = Collection.class.isAssignableFrom(argument.type());
        if (argument instanceof OptionSpec option) {
            if (option.usageHelp() || option.versionHelp() || option.negatable()) {
                return Optional.empty();
            }
            int min = option.arity().min();
            int max = option.arity().max();
            if (max == 0 && option.type() == boolean.class && option.defaultValue() == null) {
                return Optional.of(Kind.FLAG);
            }
            return min == 1 && max == 1 ? Optional.of(several ? Kind.VALUES : Kind.VALUE) : Optional.empty();
        }
        PositionalParamSpec parameter = (PositionalParamSpec) argument;
        int first = parameter.index().min();
        if (!several && parameter.index().max() == first && parameter.arity().max() == 1) {
            return Optional.of(Kind.PARAMETER);
        }
        boolean rest = several
                && parameter.index().max() == Integer.MAX_VALUE
                && parameter.arity().min() <= 1;
        return rest ? Optional.of(Kind.PARAMETERS) : Optional.empty();
    }

    /** The fields on the way from a command to that of an argument. */
    private static Optional<List<String>> target(Object command, ArgSpec argument) {
        if (!(argument.userObject() instanceof Field field)) {
            return Optional.empty();
        }
        if (field.getDeclaringClass() == GlobalOptions.class) {
            return Optional.of(List.of("", field.getName()));
        }
        return way(command, field);
    }

    private static Optional<List<String>> way(Object owner, Field field) {
        if (field.getDeclaringClass() == owner.getClass()) {
            return Optional.of(List.of(field.getName()));
        }
        for (Field part : owner.getClass().getDeclaredFields()) {
            if (part.isAnnotationPresent(Mixin.class)) {
                Optional<List<String>> way = way(value(owner, part), field);
                if (way.isPresent()) {
                    List<String> names = new ArrayList<>(List.of(part.getName()));
                    names.addAll(way.get());
                    return Optional.of(names);
                }
            }
        }
        return Optional.empty();
    }

    private static Object value(Object owner, Field part) {
        try {
            part.setAccessible(true);
            return part.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
