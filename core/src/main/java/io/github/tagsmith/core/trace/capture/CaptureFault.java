package io.github.tagsmith.core.trace.capture;

import java.util.OptionalLong;

/**
 * Something wrong with a capture.
 *
 * @param kind what
 * @param message one sentence, naming the packet or the offset
 * @param offset where, in bytes from the start of the (unpacked) file
 * @param packet the packet's number from 1, where it concerns one
 */
public record CaptureFault(FaultKind kind, String message, OptionalLong offset, OptionalLong packet) {

    /**
     * A fault at a place in the file.
     *
     * @param kind what
     * @param message one sentence
     * @param offset in bytes
     * @return the fault
     */
    public static CaptureFault at(FaultKind kind, String message, long offset) {
        return new CaptureFault(kind, message, OptionalLong.of(offset), OptionalLong.empty());
    }

    /**
     * A fault in a packet.
     *
     * @param kind what
     * @param message one sentence
     * @param packet its number
     * @return the fault
     */
    public static CaptureFault in(FaultKind kind, String message, long packet) {
        return new CaptureFault(kind, message, OptionalLong.empty(), OptionalLong.of(packet));
    }

    /**
     * A fault of the whole.
     *
     * @param kind what
     * @param message one sentence
     * @return the fault
     */
    public static CaptureFault of(FaultKind kind, String message) {
        return new CaptureFault(kind, message, OptionalLong.empty(), OptionalLong.empty());
    }
}
