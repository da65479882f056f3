package io.github.tagsmith.desfire.crypto;

import io.github.tagsmith.core.bytes.Bytes;

/**
 * The lowest bits of DES key bytes, which carry no key material. DESFire keeps the key version in those of the first eight
 * bytes, that of byte 0 being the most significant. Source: des-key-version.json of the vectors.
 */
public final class DesKeyBits {

    private static final int VERSION_BITS = 8;

    private DesKeyBits() {}

    /**
     * The version in a key.
     *
     * @param key 8, 16 or 24 bytes
     * @return 0 to 255
     */
    public static int version(Bytes key) {
        int version = 0;
        for (int i = 0; i < VERSION_BITS; i++) {
            version = version << 1 | (key.get(i) & 1);
        }
        return version;
    }

    /**
     * A key with another version; the lowest bits of bytes 8 and up are cleared.
     *
     * @param key 8, 16 or 24 bytes
     * @param version 0 to 255
     * @return the same key
     */
    public static Bytes withVersion(Bytes key, int version) {
        byte[] changed = key.toArray();
        for (int i = 0; i < changed.length; i++) {
            int bit = i < VERSION_BITS ? (version >>> (VERSION_BITS - 1 - i)) & 1 : 0;
            changed[i] = (byte) ((changed[i] & 0xFE) | bit);
        }
        return Bytes.of(changed);
    }

    /**
     * A key whose lowest bits are all zero, to compare or show it.
     *
     * @param key 8, 16 or 24 bytes
     * @return the same key
     */
    public static Bytes cleared(Bytes key) {
        return withVersion(key, 0);
    }
}
