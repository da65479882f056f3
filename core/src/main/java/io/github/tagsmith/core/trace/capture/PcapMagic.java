package io.github.tagsmith.core.trace.capture;

import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** The first four bytes of a pcap file. */
enum PcapMagic {
    LITTLE_MICRO(0xD4C3B2A1, true, false),
    BIG_MICRO(0xA1B2C3D4, false, false),
    LITTLE_NANO(0x4D3CB2A1, true, true),
    BIG_NANO(0xA1B23C4D, false, true),
    /** A variant with longer record headers, refused by name. */
    LITTLE_MODIFIED(0x34CDB2A1, true, false),
    BIG_MODIFIED(0xA1B2CD34, false, false);

    private final int bytes;
    private final boolean little;
    private final boolean nano;

    PcapMagic(int bytes, boolean little, boolean nano) {
        this.bytes = bytes;
        this.little = little;
        this.nano = nano;
    }

    static @Nullable PcapMagic of(int bytes) {
        for (PcapMagic magic : values()) {
            if (magic.bytes == bytes) {
                return magic;
            }
        }
        return null;
    }

    ByteOrder order() {
        return little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    TimeStamps clock() {
        return nano ? TimeStamps.NANOSECONDS : TimeStamps.MICROSECONDS;
    }

    boolean isModified() {
        return this == LITTLE_MODIFIED || this == BIG_MODIFIED;
    }
}
