package io.github.tagsmith.core.trace.ccid;

import io.github.tagsmith.core.bytes.Bytes;

/**
 * A class request to a CCID interface (CCID 1.1 section 5.3).
 *
 * @param source whose it is
 * @param packet the packet in which it ended
 * @param request which
 * @param status how it went, 0 if well
 * @param value wValue; of ABORT the sequence in the upper byte and the slot in the lower
 * @param data what came back
 * @param timeNs when it ended, nanoseconds since 1970
 */
public record ControlRequest(
        CcidInterface source, long packet, Request request, int status, int value, Bytes data, long timeNs) {

    /** The three requests there are, in the order of bRequest from 1. */
    public enum Request {
        /** Ends a command. */
        ABORT,
        /** Asks for the clock frequencies there are. */
        GET_CLOCK_FREQUENCIES,
        /** Asks for the data rates there are. */
        GET_DATA_RATES
    }
}
