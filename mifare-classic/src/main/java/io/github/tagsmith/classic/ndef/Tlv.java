package io.github.tagsmith.classic.ndef;

import io.github.tagsmith.core.bytes.Bytes;

/**
 * A block of type, length and value.
 *
 * @param type 01 to FD; NULL (00) and terminator (FE) are not kept
 * @param value the value
 */
public record Tlv(int type, Bytes value) {

    /** An NDEF message. */
    public static final int NDEF = 0x03;

    /** Something proprietary. */
    public static final int PROPRIETARY = 0xFD;
}
