package io.github.tagsmith.classic.dump;

import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.HexFormatException;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Keys to try, in order and without repetition; and the text files they come in (.keys, .dic). */
public final class KeyList {

    /** The keys that are published for everybody's cards: delivery, directory, NDEF, and all zeros. */
    public static final List<ClassicKey> WELL_KNOWN =
            List.of(ClassicKey.DELIVERY, ClassicKey.MAD, ClassicKey.NDEF, ClassicKey.of("000000000000"));

    /**
     * Keys of the hidden sectors 16 and 17 of a 1K EV1, A and B, and of sector 17 of the clones called QL88 (Proxmark3, client,
     * mifaredefault.h; stated there).
     */
    public static final List<ClassicKey> EV1_HIDDEN = List.of(
            ClassicKey.of("5C8FF9990DA2"),
            ClassicKey.of("D01AFEEB890A"),
            ClassicKey.of("75CCB59C9BED"),
            ClassicKey.of("4B791BEA7BCC"),
            ClassicKey.of("2612C6DE84CA"),
            ClassicKey.of("707B11FC1481"));

    private static final int HEX_LENGTH = 2 * ClassicKey.LENGTH;

    private KeyList() {}

    /**
     * Joins lists.
     *
     * @param lists in the order in which they are tried
     * @return each key once, at its first place
     */
    @SafeVarargs
    public static List<ClassicKey> join(List<ClassicKey>... lists) {
        Set<ClassicKey> keys = new LinkedHashSet<>();
        for (List<ClassicKey> list : lists) {
            keys.addAll(list);
        }
        return List.copyOf(keys);
    }

    /**
     * Reads a key file: 12 hexadecimal digits a line, {@code #} begins a comment, blanks and empty lines do not count.
     *
     * @param text the file
     * @param name its name, for error messages
     * @return the keys, each once
     * @throws NfcException {@code MALFORMED_INPUT} naming the line that is not a key; the line itself is not shown
     */
    public static List<ClassicKey> parse(String text, String name) throws NfcException {
        List<ClassicKey> keys = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String stripped = withoutComment(line).replaceAll("\\s", "");
            if (!stripped.isEmpty()) {
                keys.add(key(stripped, name, number));
            }
        }
        return join(keys);
    }

    private static String withoutComment(String line) {
        int hash = line.indexOf('#');
        return hash < 0 ? line : line.substring(0, hash);
    }

    private static ClassicKey key(String digits, String name, int line) throws NfcException {
        try {
            Bytes bytes = Bytes.fromHex(digits);
            if (digits.length() == HEX_LENGTH && bytes.length() == ClassicKey.LENGTH) {
                return ClassicKey.of(bytes);
            }
        } catch (HexFormatException notHex) {
            // reported below: the text may be most of a key and is not shown
        }
        throw NfcException.malformed(
                name + " line " + line + ": not a key, which is " + HEX_LENGTH + " hexadecimal digits");
    }
}
