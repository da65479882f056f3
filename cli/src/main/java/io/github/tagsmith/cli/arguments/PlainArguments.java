package io.github.tagsmith.cli.arguments;

import io.github.tagsmith.cli.arguments.ArgumentRow.Kind;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options and parameters of a call, as far as they are written plainly: {@code --name value}, {@code --name=value}, {@code -n
 * value}, {@code -fn} for flags, words. No negative numbers, no help, nothing twice.
 */
public final class PlainArguments {

    private final List<ArgumentRow> rows;
    private final IdentityHashMap<ArgumentRow, List<Object>> values = new IdentityHashMap<>();
    private int words;

    /**
     * Nothing yet.
     *
     * @param rows the options and parameters of the command
     */
    public PlainArguments(List<ArgumentRow> rows) {
        this.rows = List.copyOf(rows);
    }

    /**
     * Reads a command line.
     *
     * @param arguments without the words that name the command
     * @param before how many of them come before the command's name, where only global options are allowed
     * @throws NotPlainException if it is not plain, or wrong
     */
    public void read(List<String> arguments, int before) throws NotPlainException {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (isCluster(argument)) {
                for (int letter = 1; letter < argument.length(); letter++) {
                    ArgumentRow flag = option("-" + argument.charAt(letter));
                    requirePlace(flag, i < before);
                    take(flag, true);
                }
            } else if (argument.startsWith("-") && argument.length() > 1) {
                int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
                ArgumentRow option = option(equals < 0 ? argument : argument.substring(0, equals));
                requirePlace(option, i < before);
                if (option.kind() == Kind.FLAG && equals >= 0) {
                    throw new NotPlainException(argument);
                }
                if (option.kind() == Kind.FLAG) {
                    take(option, true);
                } else if (equals >= 0) {
                    take(option, Value.of(option, argument.substring(equals + 1)));
                } else {
                    i++;
                    take(option, Value.of(option, word(arguments, i)));
                }
            } else {
                ArgumentRow parameter = parameter(words++);
                take(parameter, Value.of(parameter, argument));
            }
        }
        for (ArgumentRow row : rows) {
            if (row.required() && !values.containsKey(row)) {
                throw new NotPlainException("without " + row.names());
            }
        }
    }

    /** Flags of one letter each behind one dash. */
    private boolean isCluster(String argument) throws NotPlainException {
        if (argument.length() < 3 || argument.charAt(0) != '-' || argument.charAt(1) == '-') {
            return false;
        }
        for (int letter = 1; letter < argument.length(); letter++) {
            if (option("-" + argument.charAt(letter)).kind() != Kind.FLAG) {
                return false;
            }
        }
        return true;
    }

    private static void requirePlace(ArgumentRow option, boolean beforeCommand) throws NotPlainException {
        if (beforeCommand && !option.global()) {
            throw new NotPlainException("before the command: " + option.names());
        }
    }

    private static String word(List<String> arguments, int at) throws NotPlainException {
        if (at >= arguments.size()
                || (arguments.get(at).startsWith("-") && arguments.get(at).length() > 1)) {
            throw new NotPlainException("without a value");
        }
        return arguments.get(at);
    }

    private ArgumentRow option(String name) throws NotPlainException {
        for (ArgumentRow row : rows) {
            if (!row.isParameter() && row.names().contains(name)) {
                return row;
            }
        }
        throw new NotPlainException(name);
    }

    private ArgumentRow parameter(int index) throws NotPlainException {
        for (ArgumentRow row : rows) {
            if (row.isParameter() && (row.index() == index || (row.kind() == Kind.PARAMETERS && row.index() < index))) {
                return row;
            }
        }
        throw new NotPlainException("more words than expected");
    }

    private void take(ArgumentRow row, Object value) throws NotPlainException {
        List<Object> taken = values.get(row);
        if (taken == null) {
            taken = new ArrayList<>();
            values.put(row, taken);
        } else if (row.takesOneOnly()) {
            throw new NotPlainException("twice: " + row.names());
        }
        taken.add(value);
    }

    /**
     * Sets the fields that the values are for.
     *
     * @param command the command
     * @param global the global options
     * @throws NotPlainException if a default is not understood
     */
    public void applyTo(Object command, Object global) throws NotPlainException {
        for (ArgumentRow row : rows) {
            List<Object> given = values.get(row);
            if (given != null) {
                set(row, command, global, row.takesOneOnly() ? given.get(0) : given);
            } else if (!row.defaultValue().isEmpty()) {
                Object value = Value.of(row, row.defaultValue());
                set(row, command, global, row.takesOneOnly() ? value : new ArrayList<>(List.of(value)));
            }
        }
    }

    private static void set(ArgumentRow row, Object command, Object global, Object value) {
        try {
            @Nullable Object owner = row.global() ? global : command;
            List<String> target = row.target();
            for (int i = row.global() ? 1 : 0; i < target.size() - 1; i++) {
                owner = field(owner, target.get(i)).get(owner);
            }
            assign(field(owner, target.get(target.size() - 1)), owner, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the table of arguments does not fit " + row, e);
        }
    }

    /** Like {@link Field#set}, for which Java 22 and later generate classes at the first call. */
    private static void assign(Field field, @Nullable Object owner, Object value) throws IllegalAccessException {
        VarHandle handle = MethodHandles.privateLookupIn(field.getDeclaringClass(), MethodHandles.lookup())
                .unreflectVarHandle(field);
        switch (field.getType().getName()) {
            case "boolean" -> handle.set(owner, (boolean) value);
            case "int" -> handle.set(owner, (int) value);
            case "long" -> handle.set(owner, (long) value);
            case "double" -> handle.set(owner, (double) value);
            default -> handle.set(owner, value);
        }
    }

    private static Field field(@Nullable Object owner, String name) throws NoSuchFieldException {
        if (owner == null) {
            throw new NoSuchFieldException(name);
        }
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
