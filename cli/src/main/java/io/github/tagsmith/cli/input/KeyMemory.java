package io.github.tagsmith.cli.input;

import io.github.tagsmith.classic.dump.KeyList;
import io.github.tagsmith.classic.keys.KeyMap;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found on cards before, in the user's state folder, for the user's eyes alone: a file a card, a line a key
 * ({@code 3 A A0A1A2A3A4A5}), and the keys that fitted anywhere, the latest first.
 */
public final class KeyMemory {

    /** Remembers nothing. */
    public static final KeyMemory NONE = new KeyMemory(Optional.empty());

    private static final String HITS = "hits.keys";
    private static final int MOST_HITS = 64;
    private static final int MAX_SIZE = 1 << 16;

    private final Optional<Path> folder;

    private KeyMemory(Optional<Path> folder) {
        this.folder = folder;
    }

    /**
     * The user's memory.
     *
     * @param environment XDG_STATE_HOME or HOME says where it is; without either nothing is remembered
     * @param wanted false to remember nothing
     * @return the memory
     */
    public static KeyMemory of(Map<String, String> environment, boolean wanted) {
        Optional<Path> state = Optional.ofNullable(environment.get("XDG_STATE_HOME"))
                .filter(text -> !text.isEmpty())
                .map(Path::of)
                .or(() -> Optional.ofNullable(environment.get("HOME")).map(home -> Path.of(home, ".local", "state")));
        return new KeyMemory(
                wanted ? state.map(path -> path.resolve("tagsmith").resolve("classic")) : Optional.empty());
    }

    /**
     * The keys that a card had.
     *
     * @param uid its UID
     * @return them, or an empty map; a file that cannot be understood counts as none
     */
    public KeyMap keysOf(Bytes uid) {
        KeyMap keys = new KeyMap();
        for (String line : lines(uid.toHex() + ".keys")) {
            String[] words = line.split(" ", -1);
            if (words.length == 3 && words[0].matches("[0-3]?\\d") && words[1].matches("[AB]")) {
                key(words[2])
                        .ifPresent(key ->
                                keys.put(new SectorNo(Integer.parseInt(words[0])), KeyType.valueOf(words[1]), key));
            }
        }
        return keys;
    }

    /**
     * A list with the keys that fitted other cards lately in front, and nothing left out or added.
     *
     * @param keys the list
     * @return the same keys in another order
     */
    public List<ClassicKey> ordered(List<ClassicKey> keys) {
        List<ClassicKey> known = new ArrayList<>();
        lines(HITS).forEach(line -> key(line).filter(keys::contains).ifPresent(known::add));
        return KeyList.join(known, keys);
    }

    private List<String> lines(String name) {
        if (folder.isEmpty() || !Files.isRegularFile(folder.get().resolve(name))) {
            return List.of();
        }
        try {
            Bytes content = FileContent.read(folder.get().resolve(name), MAX_SIZE);
            return content.toText(StandardCharsets.ISO_8859_1).lines().toList();
        } catch (NfcException unreadable) {
            return List.of();
        }
    }

    private static Optional<ClassicKey> key(String hex) {
        return hex.matches("[0-9A-F]{12}") ? Optional.of(ClassicKey.of(hex)) : Optional.empty();
    }

    /**
     * Remembers what was found; of other sectors what is known stays known.
     *
     * @param uid the card
     * @param sectors the sectors that were searched
     * @param found their keys
     * @throws NfcException {@code FILE} if it cannot be written
     */
    public void remember(Bytes uid, List<SectorNo> sectors, KeyMap found) throws NfcException {
        if (folder.isEmpty() || found.size() == 0) {
            return;
        }
        StringBuilder text = new StringBuilder();
        KeyMap before = keysOf(uid);
        for (SectorNo sector : ClassicType.K4.sectors()) {
            KeyMap known = sectors.contains(sector) ? found : before;
            for (KeyType type : KeyType.values()) {
                known.get(sector, type)
                        .ifPresent(key -> text.append(sector)
                                .append(' ')
                                .append(type)
                                .append(' ')
                                .append(key.reveal().toHex())
                                .append('\n'));
            }
        }
        write(uid.toHex() + ".keys", text.toString());
        List<ClassicKey> lately =
                lines(HITS).stream().flatMap(line -> key(line).stream()).toList();
        StringBuilder hits = new StringBuilder();
        KeyList.join(found.distinct(), lately).stream()
                .limit(MOST_HITS)
                .forEach(key -> hits.append(key.reveal().toHex()).append('\n'));
        write(HITS, hits.toString());
    }

    private void write(String name, String text) throws NfcException {
        Path home = folder.orElseThrow();
        try {
            Files.createDirectories(home);
            boolean posix = Files.getFileStore(home).supportsFileAttributeView("posix");
            if (posix) {
                Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
            }
            FileContent.write(home.resolve(name), Bytes.of(text.getBytes(StandardCharsets.US_ASCII)));
            if (posix) {
                Files.setPosixFilePermissions(home.resolve(name), PosixFilePermissions.fromString("rw-------"));
            }
        } catch (IOException e) {
            throw new NfcException(ErrorKind.FILE, "cannot remember keys in " + home)
                    .withHint("--no-memory does without")
                    .withCause(e);
        }
    }
}
