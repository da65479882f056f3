package io.github.tagsmith.cli.input;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Whole files: read up to a limit, written in one move or not at all. */
public final class FileContent {

    /** Every capture has a control character among as many bytes as the shortest header has. */
    private static final int HEAD = 24;

    private FileContent() {}

    /**
     * Whether a file begins as a text does, and not as a capture.
     *
     * @param file the file
     * @return true without any control character but tabs and ends of lines
     * @throws NfcException {@code FILE} if it cannot be read
     */
    public static boolean isText(Path file) throws NfcException {
        try (InputStream in = Files.newInputStream(file)) {
            for (byte c : in.readNBytes(HEAD)) {
                if (c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r') {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw failure("cannot read " + file, e);
        }
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @param limit the most bytes it may have
     * @return its content
     * @throws NfcException {@code FILE} if it cannot be read, {@code MALFORMED_INPUT} if it is longer
     */
    public static Bytes read(Path file, int limit) throws NfcException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(limit + 1);
            if (content.length > limit) {
                throw NfcException.malformed(file + " goes on at offset " + limit + ", where no such file does");
            }
            return Bytes.of(content);
        } catch (IOException e) {
            throw failure("cannot read " + file, e);
        }
    }

    /**
     * Writes a file: into a new file beside it, which then takes its place.
     *
     * @param file the file
     * @param content what is in it afterwards
     * @throws NfcException {@code FILE} if it cannot be written; what stood there is untouched
     */
    public static void write(Path file, Bytes content) throws NfcException {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null) {
            throw new NfcException(ErrorKind.FILE, "cannot write " + file + ": it is no file");
        }
        try {
            Path fresh = folder.resolve(
                    "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
            try {
                Files.write(fresh, content.toArray(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw failure("cannot write " + file, e);
        }
    }

    static NfcException failure(String what, IOException e) {
        return new NfcException(ErrorKind.FILE, what + ": " + reason(e)).withCause(e);
    }

    static String reason(IOException e) {
        return e instanceof NoSuchFileException
                ? "there is no such file or folder"
                : e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
    }
}
