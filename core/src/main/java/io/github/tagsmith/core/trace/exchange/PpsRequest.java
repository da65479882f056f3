package io.github.tagsmith.core.trace.exchange;

import io.github.tagsmith.core.bytes.Bytes;

/**
 * Protocol and parameters selection (ISO/IEC 7816-3 section 9.2).
 *
 * <pre>
 * 00 PPSS FF   01 PPS0: protocol, bits 4 to 6 for PPS1 to PPS3   .. PPS1 to PPS3   .. PCK: the XOR of all bytes is 0
 * </pre>
 */
final class PpsRequest {

    private static final int PPSS = 0xFF;
    private static final int PPS0_FIELDS = 0x70;
    private static final int PROTOCOL = 0x0F;

    private PpsRequest() {}

    static boolean isOne(Bytes data) {
        return data.length() >= 3
                && data.get(0) == PPSS
                && data.length() == 3 + Integer.bitCount(data.get(1) & PPS0_FIELDS)
                && data.xorSum() == 0;
    }

    /** Whether an answer accepts a request: it is of the same form and names the same protocol. */
    static boolean isAccepted(Bytes request, Bytes answer) {
        return isOne(answer) && (request.get(1) & PROTOCOL) == (answer.get(1) & PROTOCOL);
    }
}
