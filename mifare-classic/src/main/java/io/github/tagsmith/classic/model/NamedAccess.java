package io.github.tagsmith.classic.model;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Access bits that have a name in data sheets and application notes (reference, classic.md section 2). */
public enum NamedAccess {
    /** As delivered: everything with key A, key B is data. */
    TRANSPORT("FF0780", "everything with key A; key B is data"),
    /** The sectors of the directory, AN10787: read with either, all else with key B. */
    MAD("787788", "read with either key, everything else with key B"),
    /** An NFC sector that may be written, AN1304. */
    NFC("7F0788", "read and written with either key, trailer with key B"),
    /** An NFC sector that may be read only, AN1304; for good. */
    NFC_READ_ONLY("078F0F", "read with either key, nothing else ever again"),
    /** A purse: key A pays, key B loads. */
    VALUE("08778F", "decrement with either key, write and increment with key B"),
    /** Key B alone. */
    KEY_B_ONLY("0F00FF", "everything with key B");

    private final String hex;
    private final String meaning;

    NamedAccess(String hex, String meaning) {
        this.hex = hex;
        this.meaning = meaning;
    }

    /**
     * The bits with a name.
     *
     * @param id such as {@code nfc-read-only}
     * @return the bits, if the name is known
     */
    public static Optional<NamedAccess> ofId(String id) {
        return Arrays.stream(values()).filter(named -> named.id().equals(id)).findFirst();
    }

    /**
     * Its name on the command line.
     *
     * @return lower case, with hyphens
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * What it is for.
     *
     * @return a few words
     */
    public String meaning() {
        return meaning;
    }

    /**
     * The three bytes.
     *
     * @return bytes 6 to 8 of a trailer
     */
    public Bytes bytes() {
        return Bytes.fromHex(hex);
    }

    /**
     * The conditions.
     *
     * @return decoded
     */
    public AccessBits bits() {
        return AccessBits.decode(bytes()).orElseThrow();
    }
}
