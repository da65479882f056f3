package io.github.tagsmith.cli.input;

import io.github.tagsmith.classic.dump.KeyList;
import io.github.tagsmith.classic.keyfile.KeyFileFormats;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.cli.terminal.Terminal;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.HexFormatException;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Keys as they are given on the command line: {@code default}, hexadecimal digits, {@code @FILE}, {@code env:NAME}, {@code -}.
 * What is given is never repeated in an error.
 */
public final class ClassicKeys {

    private final Terminal terminal;

    /**
     * A reader of keys.
     *
     * @param terminal where {@code env:} looks and {@code -} asks
     */
    public ClassicKeys(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * The keys of a search: single ones, then those of files, then the well-known ones.
     *
     * @param keys as given with {@code --key}
     * @param files as given with {@code -k}
     * @return each key once
     * @throws NfcException if one cannot be read
     */
    public List<ClassicKey> search(List<String> keys, List<Path> files) throws NfcException {
        List<ClassicKey> given = new ArrayList<>();
        for (String key : keys) {
            given.addAll(parse(key));
        }
        for (Path file : files) {
            given.addAll(readFile(file));
        }
        return KeyList.join(given, KeyList.WELL_KNOWN);
    }

    /**
     * One key.
     *
     * @param text as given on the command line
     * @return the key
     * @throws NfcException if it cannot be read, or a file holds more than one
     */
    public ClassicKey one(String text) throws NfcException {
        List<ClassicKey> keys = parse(text);
        if (keys.size() != 1) {
            throw new NfcException(
                    ErrorKind.INVALID_REQUEST, text + " holds " + keys.size() + " keys where one is wanted");
        }
        return keys.get(0);
    }

    private List<ClassicKey> parse(String text) throws NfcException {
        if (text.equals("default")) {
            return List.of(ClassicKey.DELIVERY);
        }
        if (text.startsWith("@")) {
            return readFile(Path.of(text.substring(1)));
        }
        if (text.startsWith("env:")) {
            return List.of(fromHex(
                    terminal.environment().getOrDefault(text.substring(4), ""),
                    "the environment variable " + text.substring(4)));
        }
        return text.equals("-")
                ? List.of(fromHex(terminal.askSecret("Key: "), "what was typed"))
                : List.of(fromHex(text, "--key"));
    }

    private static List<ClassicKey> readFile(Path file) throws NfcException {
        Bytes content = FileContent.read(file, KeyFileFormats.MAX_FILE_SIZE);
        try {
            return KeyList.join(KeyFileFormats.read(content).strict());
        } catch (NfcException e) {
            throw DumpFiles.named(file, e);
        }
    }

    private static ClassicKey fromHex(String text, String where) throws NfcException {
        try {
            Bytes bytes = Bytes.fromHex(text);
            if (bytes.length() == ClassicKey.LENGTH) {
                return ClassicKey.of(bytes);
            }
        } catch (HexFormatException notHex) {
            // reported below, without the text
        }
        throw new NfcException(
                ErrorKind.INVALID_REQUEST, where + " is not a MIFARE Classic key: 12 hexadecimal digits");
    }
}
