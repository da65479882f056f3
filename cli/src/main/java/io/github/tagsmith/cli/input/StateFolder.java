package io.github.tagsmith.cli.input;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/**
 * Where the program keeps what it has learned: {@code $XDG_STATE_HOME/tagsmith}, else {@code ~/.local/state/tagsmith},
 * readable by its owner alone. What cannot be kept is forgotten; nothing depends on it.
 */
public final class StateFolder {

    private static final int MAX_SIZE = 1 << 20;

    private final Optional<Path> folder;

    /**
     * The user's folder.
     *
     * @param environment where XDG_STATE_HOME and HOME are looked up
     */
    public StateFolder(Map<String, String> environment) {
        this.folder = given(environment, "XDG_STATE_HOME")
                .or(() -> given(environment, "HOME").map(home -> home.resolve(Path.of(".local", "state"))))
                .map(state -> state.resolve("tagsmith"));
    }

    private static Optional<Path> given(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isEmpty())
                .map(Path::of);
    }

    /**
     * Reads a file.
     *
     * @param name its name
     * @return its text, if it is there and can be read
     */
    public Optional<String> read(String name) {
        Optional<Path> file = folder.map(path -> path.resolve(name)).filter(Files::exists);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(FileContent.read(file.get(), MAX_SIZE).toText(StandardCharsets.UTF_8));
        } catch (NfcException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Writes a file.
     *
     * @param name its name
     * @param text what is in it afterwards
     */
    public void write(String name, String text) {
        if (folder.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(folder.get(), ownerOnly());
            FileContent.write(folder.get().resolve(name), Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException | NfcException forgotten) {
            return;
        }
    }

    /**
     * A file that somebody else writes; the folder is made for it.
     *
     * @param name its name
     * @return where it belongs, if anything can be kept
     */
    public Optional<Path> place(String name) {
        try {
            if (folder.isPresent()) {
                Files.createDirectories(folder.get(), ownerOnly());
            }
            return folder.map(path -> path.resolve(name));
        } catch (IOException nowhere) {
            return Optional.empty();
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
