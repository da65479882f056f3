package io.github.tagsmith.classic.model;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;

/** A key of MIFARE Classic. It does not show itself. */
public final class ClassicKey {

    /** Its length in bytes. */
    public static final int LENGTH = 6;

    /** FFFFFFFFFFFF, both keys of every sector at delivery. */
    public static final ClassicKey DELIVERY = of("FFFFFFFFFFFF");

    /** A0A1A2A3A4A5, key A of the sectors with the directory; AN10787 section 5. */
    public static final ClassicKey MAD = of("A0A1A2A3A4A5");

    /** D3F7D3F7D3F7, key A of sectors with NDEF; AN1304 section 6. */
    public static final ClassicKey NDEF = of("D3F7D3F7D3F7");

    private final SecretBytes bytes;

    private ClassicKey(SecretBytes bytes) {
        this.bytes = bytes;
    }

    /**
     * A key of six bytes.
     *
     * @param bytes 6 bytes
     * @return the key
     */
    public static ClassicKey of(Bytes bytes) {
        if (bytes.length() != LENGTH) {
            throw new IllegalArgumentException("a MIFARE Classic key has " + LENGTH + " bytes, not " + bytes.length());
        }
        return new ClassicKey(SecretBytes.of(bytes));
    }

    /**
     * A key in hexadecimal digits.
     *
     * @param hex 12 digits
     * @return the key
     */
    public static ClassicKey of(String hex) {
        return of(Bytes.fromHex(hex));
    }

    /**
     * The guarded bytes, for a load key command.
     *
     * @return 6 bytes
     */
    public SecretBytes secret() {
        return bytes;
    }

    /**
     * The key itself, for a dump or a key file.
     *
     * @return 6 bytes
     */
    public Bytes reveal() {
        return bytes.reveal();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClassicKey key && bytes.equals(key.bytes);
    }

    @Override
    public int hashCode() {
        return bytes.hashCode();
    }

    @Override
    public String toString() {
        return "MIFARE Classic key";
    }
}
