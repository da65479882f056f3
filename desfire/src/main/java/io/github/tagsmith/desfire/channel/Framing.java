package io.github.tagsmith.desfire.channel;

import io.github.tagsmith.core.apdu.CommandApdu;
import io.github.tagsmith.core.apdu.ResponseApdu;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;

/** How a native command becomes a frame, and a frame an answer. */
public enum Framing {
    /** Command byte and body; status byte and data. PC/SC readers take it only where they pass bytes on unseen. */
    NATIVE {
        @Override
        Bytes frame(int code, Bytes body, FrameLimits limits, boolean longAnswer) {
            return Bytes.of(code).plus(body);
        }

        @Override
        NativeAnswer answer(Bytes frame) throws NfcException {
            if (frame.isEmpty()) {
                throw NfcException.protocol("an answer of 0 bytes has no status");
            }
            return NativeAnswer.of(frame.get(0), frame.slice(1));
        }

        @Override
        int room(FrameLimits limits) {
            return limits.frame() - 1;
        }
    },

    /** In an APDU: {@code 90 CMD 00 00 [Lc data] 00}, answered by data and {@code 91 ST}. */
    WRAPPED {
        @Override
        Bytes frame(int code, Bytes body, FrameLimits limits, boolean longAnswer) {
            int ne = longAnswer ? limits.answer() : Math.min(limits.answer(), CommandApdu.MAX_SHORT_NE);
            return CommandApdu.of(CLA, code, 0, 0).withData(body).withNe(ne).bytes();
        }

        @Override
        NativeAnswer answer(Bytes frame) throws NfcException {
            ResponseApdu response = ResponseApdu.parse(frame);
            return new NativeAnswer(response.sw(), response.data());
        }

        @Override
        int room(FrameLimits limits) {
            return Math.min(limits.frame() - OVERHEAD, CommandApdu.MAX_SHORT_DATA);
        }
    };

    private static final int CLA = 0x90;

    /** CLA INS P1 P2 Lc and Le. */
    private static final int OVERHEAD = 6;

    /**
     * Makes a frame.
     *
     * @param code the command byte
     * @param body what follows it
     * @param limits what card and reader take
     * @param longAnswer whether the answer may be longer than a short APDU
     * @return the frame
     */
    abstract Bytes frame(int code, Bytes body, FrameLimits limits, boolean longAnswer);

    /**
     * Reads a frame.
     *
     * @param frame what came back
     * @return status and data
     * @throws NfcException {@code PROTOCOL} if there is none
     */
    abstract NativeAnswer answer(Bytes frame) throws NfcException;

    /**
     * How much of a body fits into one frame of a native chain.
     *
     * @param limits what card and reader take
     * @return number of bytes
     */
    abstract int room(FrameLimits limits);
}
