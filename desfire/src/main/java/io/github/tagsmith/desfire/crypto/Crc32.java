package io.github.tagsmith.desfire.crypto;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.zip.CRC32;

/**
 * The checksum of EV1 cryptograms: polynomial EDB88320 (bits reversed), preset FFFFFFFF, no final inversion. The one of the
 * first DESFire is {@link io.github.tagsmith.core.bytes.CrcA}. Source: crc.json of the vectors.
 */
public final class Crc32 {

    /** Its length in bytes. */
    public static final int LENGTH = 4;

    private Crc32() {}

    /**
     * The checksum of bytes.
     *
     * @param bytes any length
     * @return 4 bytes, least significant first
     */
    public static Bytes of(Bytes bytes) {
        CRC32 inverted = new CRC32();
        inverted.update(bytes.toArray());
        return Bytes.littleEndian(~inverted.getValue(), LENGTH);
    }
}
