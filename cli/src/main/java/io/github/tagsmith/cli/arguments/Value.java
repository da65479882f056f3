package io.github.tagsmith.cli.arguments;

import java.lang.reflect.Constructor;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;

/** A value on the command line, as the field it is for wants it. */
final class Value {

    private Value() {}

    static Object of(ArgumentRow row, String text) throws NotPlainException {
        try {
            return row.converter().isEmpty()
                    ? ofType(row.type(), text)
                    : converter(row).convert(text);
        } catch (NotPlainException e) {
            throw e;
        } catch (Exception e) {
            throw new NotPlainException(text + ": " + e.getMessage());
        }
    }

    private static Object ofType(String type, String text) throws NotPlainException, ClassNotFoundException {
        return switch (type) {
            case "java.lang.String" -> text;
            case "java.nio.file.Path" -> Path.of(text);
            case "int", "java.lang.Integer" -> Integer.valueOf(text);
            case "long", "java.lang.Long" -> Long.valueOf(text);
            case "double", "java.lang.Double" -> Double.valueOf(text);
            default -> constant(Class.forName(type), text);
        };
    }

    private static Object constant(Class<?> type, String text) throws NotPlainException {
        Object[] constants = type.getEnumConstants();
        if (constants != null) {
            for (Object constant : constants) {
                if (((Enum<?>) constant).name().equalsIgnoreCase(text)) {
                    return constant;
                }
            }
        }
        throw new NotPlainException("no " + type + ": " + text);
    }

    private static ITypeConverter<?> converter(ArgumentRow row) throws ReflectiveOperationException {
        Constructor<?> constructor = Class.forName(row.converter()).getDeclaredConstructor();
        constructor.setAccessible(true);
        return (ITypeConverter<?>) constructor.newInstance();
    }
}
