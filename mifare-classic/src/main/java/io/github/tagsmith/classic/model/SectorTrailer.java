package io.github.tagsmith.classic.model;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;

/** Where things stand in a sector trailer: key A, access bits, general purpose byte, key B. */
public final class SectorTrailer {

    /** Offset of key A; 6 bytes. */
    public static final int KEY_A = 0;

    /** Offset of the access bits; 3 bytes. */
    public static final int ACCESS = 6;

    /** Offset of the general purpose byte. */
    public static final int GPB = 9;

    /** Offset of key B; 6 bytes. */
    public static final int KEY_B = 10;

    /** Delivery: all conditions 000, the trailer's 001, GPB 69. */
    public static final Bytes DELIVERY_ACCESS = Bytes.of(0xFF, 0x07, 0x80, 0x69);

    private SectorTrailer() {}

    /**
     * Where a key stands.
     *
     * @param type which of the two
     * @return its offset
     */
    public static int offset(KeyType type) {
        return type == KeyType.A ? KEY_A : KEY_B;
    }

    /**
     * A whole trailer.
     *
     * @param keyA key A
     * @param accessAndGpb access bits and general purpose byte, 4 bytes
     * @param keyB key B
     * @return 16 bytes
     */
    public static Bytes of(ClassicKey keyA, Bytes accessAndGpb, ClassicKey keyB) {
        if (accessAndGpb.length() != KEY_B - ACCESS) {
            throw new IllegalArgumentException("access bits and GPB of " + accessAndGpb.length() + " bytes");
        }
        return Bytes.concat(keyA.reveal(), accessAndGpb, keyB.reveal());
    }
}
