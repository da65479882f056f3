package io.github.tagsmith.core.table;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table of text beside a class, in UTF-8. */
public final class TextTable {

    /**
     * The system property that names a folder with all tables, each in the folder of its package, for programs that start often:
     * opening a jar for a table takes as long as a quarter of the JVM's start.
     */
    public static final String FOLDER = "tagsmith.tables";

    private TextTable() {}

    /**
     * The whole text of a table.
     *
     * @param owner the class beside which it is
     * @param name its name, with folders below that of the class if there are some
     * @return the text; empty if there is no such table
     * @throws UncheckedIOException if it cannot be read
     */
    public static Optional<String> find(Class<?> owner, String name) {
        try (InputStream table = open(owner, name)) {
            return table == null
                    ? Optional.empty()
                    : Optional.of(new String(table.readAllBytes(), StandardCharsets.UTF_8));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable InputStream open(Class<?> owner, String name) throws FileNotFoundException {
        String folder = System.getProperty(FOLDER);
        return folder == null
                ? owner.getResourceAsStream(name)
                : new FileInputStream(folder + "/" + owner.getPackageName().replace('.', '/') + "/" + name);
    }

    /**
     * The whole text of a table that is part of the program.
     *
     * @param owner the class beside which it is
     * @param name its name
     * @return the text
     * @throws IllegalStateException if there is no such table
     */
    public static String text(Class<?> owner, String name) {
        Optional<String> text = find(owner, name);
        if (text.isEmpty()) {
            throw new IllegalStateException("table is missing: " + name);
        }
        return text.get();
    }

    /**
     * The lines of a table that is part of the program.
     *
     * @param owner the class beside which it is
     * @param name its name
     * @return what is neither blank nor, beginning with {@code #}, a comment
     * @throws IllegalStateException if there is no such table
     */
    public static List<String> lines(Class<?> owner, String name) {
        return lines(text(owner, name));
    }

    /**
     * The lines of a text.
     *
     * @param text the text of a table
     * @return what is neither blank nor, beginning with {@code #}, a comment
     */
    public static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            String line = text.substring(start, end < 0 ? text.length() : end);
            if (!line.isBlank() && line.charAt(0) != '#') {
                lines.add(line);
            }
            start += line.length() + 1;
        }
        return lines;
    }
}
