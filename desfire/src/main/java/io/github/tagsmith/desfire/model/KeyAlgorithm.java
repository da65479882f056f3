package io.github.tagsmith.desfire.model;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.BlockCipher;

/**
 * The algorithm of a key. The card knows three kinds, numbered in the upper two bits of a key settings byte and of the card's
 * key number in ChangeKey; a two-key TDEA key of equal halves is a DES key.
 */
public enum KeyAlgorithm {
    /** Single DES. The card keeps it as sixteen bytes of equal halves. */
    DES("DES", 8, 0x00),
    /** Two-key TDEA. */
    TDEA_2("2K3DES", 16, 0x00),
    /** Three-key TDEA. */
    TDEA_3("3K3DES", 24, 0x40),
    /** AES with 128 bits. */
    AES("AES", 16, 0x80);

    private final String label;
    private final int keyLength;
    private final int typeBits;

    KeyAlgorithm(String label, int keyLength, int typeBits) {
        this.label = label;
        this.keyLength = keyLength;
        this.typeBits = typeBits;
    }

    /**
     * The length of a key.
     *
     * @return 8, 16 or 24 bytes
     */
    public int keyLength() {
        return keyLength;
    }

    /**
     * Its number in bits 7 and 6.
     *
     * @return 00, 40 or 80
     */
    public int typeBits() {
        return typeBits;
    }

    /**
     * The algorithm that bits 7 and 6 name.
     *
     * @param settings a byte; other bits are ignored
     * @return {@link #TDEA_2} for 00, which stands for DES, too
     */
    public static KeyAlgorithm ofTypeBits(int settings) {
        return switch (settings & 0xC0) {
            case 0x40 -> TDEA_3;
            case 0x80 -> AES;
            default -> TDEA_2;
        };
    }

    /**
     * The size of a cipher block.
     *
     * @return 8 or 16 bytes
     */
    public int blockSize() {
        return this == AES ? 16 : 8;
    }

    /**
     * The cipher with a key.
     *
     * @param key {@link #keyLength} bytes
     * @return the cipher
     */
    public BlockCipher cipher(Bytes key) {
        if (key.length() != keyLength) {
            throw new IllegalArgumentException(label + " keys have " + keyLength + " bytes, not " + key.length());
        }
        return this == AES ? BlockCipher.aes(key) : BlockCipher.des(key);
    }

    /** As people write it: DES, 2K3DES, 3K3DES, AES. */
    @Override
    public String toString() {
        return label;
    }
}
