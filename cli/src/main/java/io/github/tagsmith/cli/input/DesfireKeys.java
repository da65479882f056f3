package io.github.tagsmith.cli.input;

import io.github.tagsmith.cli.terminal.Terminal;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.HexFormatException;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * DESFire keys as they are given on the command line: {@code default}, hexadecimal digits, {@code @FILE}, {@code env:NAME},
 * {@code -}, and before each the algorithm, where the length leaves it open. What is given is never repeated in an error.
 */
public final class DesfireKeys {

    private static final String DEFAULT = "default";
    private static final int MAX_FILE = 4096;

    private static final Map<String, KeyAlgorithm> KINDS = Map.of(
            "des", KeyAlgorithm.DES,
            "2k3des", KeyAlgorithm.TDEA_2,
            "3k3des", KeyAlgorithm.TDEA_3,
            "aes", KeyAlgorithm.AES);

    private final Terminal terminal;

    /**
     * A reader of keys.
     *
     * @param terminal where {@code env:} looks and {@code -} asks
     */
    public DesfireKeys(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * A key whose algorithm may still be open.
     *
     * @param kind the algorithm that was named
     * @param value the value; nothing for {@code default}, which is zeros
     */
    public record Given(Optional<KeyAlgorithm> kind, Optional<SecretBytes> value) {

        /**
         * The algorithm, if it was named or only one has keys of that length.
         *
         * @return nothing where the card has to be asked
         */
        public Optional<KeyAlgorithm> algorithm() {
            if (kind.isPresent() || value.isEmpty()) {
                return kind;
            }
            return switch (value.get().length()) {
                case 8 -> Optional.of(KeyAlgorithm.DES);
                case 24 -> Optional.of(KeyAlgorithm.TDEA_3);
                default -> Optional.empty();
            };
        }

        /**
         * The key, with an algorithm where it is open.
         *
         * @param otherwise the algorithm where it is open
         * @return the key
         * @throws NfcException {@code INVALID_REQUEST} if the length does not fit it
         */
        public DesfireKey key(KeyAlgorithm otherwise) throws NfcException {
            KeyAlgorithm algorithm = algorithm().orElse(otherwise);
            if (value.isEmpty()) {
                return DesfireKey.zero(algorithm);
            }
            Bytes bytes = value.get().reveal();
            if (bytes.length() != algorithm.keyLength()) {
                throw new NfcException(
                        ErrorKind.INVALID_REQUEST,
                        "the key has " + bytes.length() + " bytes, a key for " + algorithm + " has "
                                + algorithm.keyLength());
            }
            return DesfireKey.of(algorithm, bytes);
        }

        /**
         * Whether this is a certain key; an algorithm that is open may be any.
         *
         * @param key that key
         * @return true if so
         */
        public boolean is(DesfireKey key) {
            KeyAlgorithm algorithm = algorithm().orElse(key.algorithm());
            SecretBytes bytes = value.orElseGet(() -> DesfireKey.zero(algorithm).value());
            return algorithm == key.algorithm() && bytes.equals(key.value());
        }

        /** Nothing of the value. */
        @Override
        public String toString() {
            return kind.map(KeyAlgorithm::toString).orElse("a key");
        }
    }

    /**
     * Reads a key.
     *
     * @param text as given on the command line
     * @return the key
     * @throws NfcException if it cannot be read
     */
    public Given read(String text) throws NfcException {
        int colon = text.indexOf(':');
        KeyAlgorithm kind =
                colon < 0 ? null : KINDS.get(text.substring(0, colon).toLowerCase(Locale.ROOT));
        String rest = kind == null ? text : text.substring(colon + 1);
        return new Given(Optional.ofNullable(kind), value(rest));
    }

    private Optional<SecretBytes> value(String text) throws NfcException {
        if (text.equals(DEFAULT)) {
            return Optional.empty();
        }
        if (text.startsWith("vault:")) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "there is no vault yet, so no key in it")
                    .withHint("Give the key as @FILE, env:NAME or - instead");
        }
        if (text.startsWith("@")) {
            Path file = Path.of(text.substring(1));
            String content = FileContent.read(file, MAX_FILE).toText(StandardCharsets.UTF_8);
            return Optional.of(fromHex(content.strip(), "what stands in " + file));
        }
        if (text.startsWith("env:")) {
            String name = text.substring(4);
            return Optional.of(fromHex(
                    terminal.environment().getOrDefault(name, ""), "what the environment variable " + name + " holds"));
        }
        return Optional.of(
                text.equals("-")
                        ? fromHex(terminal.askSecret("Key: "), "what was typed")
                        : fromHex(text, "what was given"));
    }

    private static SecretBytes fromHex(String text, String where) throws NfcException {
        try {
            Bytes bytes = Bytes.fromHex(text);
            if (bytes.length() == 8 || bytes.length() == 16 || bytes.length() == 24) {
                return SecretBytes.of(bytes);
            }
        } catch (HexFormatException notHex) {
            // reported below, without the text
        }
        throw new NfcException(ErrorKind.INVALID_REQUEST, where + " is no DESFire key: 16, 32 or 48 hexadecimal digits")
                .withHint("A key is default, hex, @FILE, env:NAME or -; des:, 2k3des:, 3k3des: or aes: before it");
    }
}
