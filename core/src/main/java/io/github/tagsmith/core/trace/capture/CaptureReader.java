package io.github.tagsmith.core.trace.capture;

import io.github.tagsmith.core.error.NfcException;

/** Reads a capture packet by packet. */
public interface CaptureReader {

    /** The longest packet that is taken for one, in bytes. */
    int MAX_PACKET = 16 << 20;

    /**
     * Goes to the next packet.
     *
     * @param packet filled with it
     * @return false at the end of the capture
     * @throws CaptureException where the capture is damaged
     * @throws NfcException {@code FILE} where it cannot be read
     */
    boolean next(Packet packet) throws NfcException;

    /**
     * What kind of file it is.
     *
     * @return what is known of it so far
     */
    CaptureFormat format();
}
