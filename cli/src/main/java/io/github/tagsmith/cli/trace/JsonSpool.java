package io.github.tagsmith.cli.trace;

import io.github.tagsmith.cli.output.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A JSON array that grows while others do: what does not fit into a little memory waits in a temporary file until the array is
 * written.
 */
final class JsonSpool implements AutoCloseable {

    private static final int IN_MEMORY = 1 << 19;
    private static final int COPY = 1 << 16;

    private final StringBuilder memory = new StringBuilder();
    private @Nullable Path file;
    private @Nullable Writer overflow;
    private boolean started;

    /** Adds an element: maps, iterables, texts, numbers, booleans. */
    void add(Object element) {
        if (started) {
            memory.append(',');
        }
        started = true;
        memory.append(Json.value(element));
        if (memory.length() > IN_MEMORY) {
            spill();
        }
    }

    private void spill() {
        try {
            Writer writer = overflow;
            if (writer == null) {
                Path fresh = Files.createTempFile("tagsmith", ".json");
                file = fresh;
                writer = new BufferedWriter(Files.newBufferedWriter(fresh, StandardCharsets.UTF_8));
                overflow = writer;
            }
            writer.append(memory);
            memory.setLength(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isEmpty() {
        return !started;
    }

    /** Writes the array. */
    void writeTo(Appendable out) throws IOException {
        out.append('[');
        Writer writer = overflow;
        if (writer != null && file != null) {
            writer.flush();
            try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                char[] part = new char[COPY];
                for (int count = reader.read(part); count >= 0; count = reader.read(part)) {
                    out.append(CharBuffer.wrap(part, 0, count));
                }
            }
        }
        out.append(memory).append(']');
    }

    @Override
    public void close() throws IOException {
        if (overflow != null) {
            overflow.close();
        }
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
