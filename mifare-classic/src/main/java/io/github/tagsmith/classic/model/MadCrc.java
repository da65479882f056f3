package io.github.tagsmith.classic.model;

import io.github.tagsmith.core.bytes.Bytes;

/** The check byte of the directory, AN10787 section 3.3: CRC-8, polynomial 1D, preset C7, not reflected, not inverted. */
final class MadCrc {

    private static final int POLYNOMIAL = 0x1D;
    private static final int PRESET = 0xC7;

    private MadCrc() {}

    static int of(Bytes data) {
        int crc = PRESET;
        for (int i = 0; i < data.length(); i++) {
            crc ^= data.get(i);
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc << 1 ^ ((crc & 0x80) != 0 ? POLYNOMIAL : 0)) & 0xFF;
            }
        }
        return crc;
    }
}
