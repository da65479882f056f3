package io.github.tagsmith.core.contactless;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;

/** The way to the reader itself: the driver's escape code (SCardControl), or SCardTransmit where the reader listens there. */
@FunctionalInterface
public interface EscapeRoute {

    /**
     * Sends a command to the reader.
     *
     * @param command the reader's own command
     * @return its answer
     * @throws NfcException if there is none
     */
    Bytes escape(Bytes command) throws NfcException;
}
