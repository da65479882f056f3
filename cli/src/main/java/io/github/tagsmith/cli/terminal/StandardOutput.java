package io.github.tagsmith.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where data goes; it remembers what a {@link PrintStream} keeps to itself: why something could not be written. */
public final class StandardOutput extends PrintStream {

    private final Remembering target;

    private StandardOutput(Remembering target) {
        super(target, true, StandardCharsets.UTF_8);
        this.target = target;
    }

    /**
     * Data for a stream.
     *
     * @param target the stream, which is not buffered
     * @return its output
     */
    public static StandardOutput to(OutputStream target) {
        return new StandardOutput(new Remembering(target));
    }

    static StandardOutput ofProcess() {
        return to(new FileOutputStream(FileDescriptor.out));
    }

    /**
     * Why something was lost: a full disk, for instance. That the program behind a pipe has read enough is no loss.
     *
     * @return what the system said; empty if nothing was lost
     */
    public Optional<String> loss() {
        if (target.failure == null) {
            return Optional.empty();
        }
        String reason = String.valueOf(target.failure.getMessage());
        return reason.toLowerCase(Locale.ROOT).contains("pipe") ? Optional.empty() : Optional.of(reason);
    }

    /** Writes whole arrays, unlike its parent, and keeps the first failure. */
    private static final class Remembering extends FilterOutputStream {

        private @Nullable IOException failure;

        Remembering(OutputStream target) {
            super(target);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                failure = failure == null ? e : failure;
                throw e;
            }
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }
    }
}
