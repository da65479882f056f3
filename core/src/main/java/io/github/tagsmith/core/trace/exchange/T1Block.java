package io.github.tagsmith.core.trace.exchange;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.Optional;

/**
 * A block of T=1 (ISO/IEC 7816-3 section 11.3).
 *
 * <pre>
 * 00 NAD   01 PCB   02 LEN   03 INF   .. LRC: the XOR of all bytes is 0; or 2 bytes of CRC, which are not checked here
 * PCB  0 n m 00000  I: N(S), more     10 0 n 00ee  R: N(R), error     11 d 000tt  S: answer, kind
 * </pre>
 *
 * @param bytes all of it, or its start if it is cut
 * @param cut whether a part of it was left out of the capture
 * @param crc whether it ends with a CRC
 */
public record T1Block(Bytes bytes, boolean cut, boolean crc) {

    private static final int PROLOGUE = 3;

    /** What a block is for. */
    public enum Type {
        /** Information. */
        I,
        /** Receive ready. */
        R,
        /** Supervisory. */
        S
    }

    /** The supervisory blocks, in the order of their numbers. */
    public enum Supervisory {
        /** Start anew. */
        RESYNCH,
        /** Size of information fields. */
        IFS,
        /** End a chain. */
        ABORT,
        /** More time. */
        WTX
    }

    /**
     * The block in the data of a message.
     *
     * @param data the data, or its start
     * @param length how long the data is
     * @param crc whether blocks end with a CRC
     * @return the block, if its length is right
     */
    static Optional<T1Block> of(Bytes data, long length, boolean crc) {
        int epilogue = crc ? 2 : 1;
        boolean fits = data.length() >= PROLOGUE && data.get(2) + PROLOGUE + epilogue == length;
        return fits ? Optional.of(new T1Block(data, data.length() < length, crc)) : Optional.empty();
    }

    /**
     * The node address byte.
     *
     * @return 0 to 255
     */
    public int nad() {
        return bytes.get(0);
    }

    /**
     * The protocol control byte.
     *
     * @return 0 to 255
     */
    public int pcb() {
        return bytes.get(1);
    }

    /**
     * The length of the information field.
     *
     * @return 0 to 255
     */
    public int length() {
        return bytes.get(2);
    }

    /**
     * The information field.
     *
     * @return as much as was captured of it
     */
    public Bytes information() {
        return bytes.slice(PROLOGUE, Math.min(PROLOGUE + length(), bytes.length()));
    }

    /**
     * What it is for.
     *
     * @return the type
     */
    public Type type() {
        return (pcb() & 0x80) == 0 ? Type.I : (pcb() & 0x40) == 0 ? Type.R : Type.S;
    }

    /**
     * The sequence number of an I-block.
     *
     * @return N(S), 0 or 1
     */
    public int sendSequence() {
        return (pcb() >> 6) & 1;
    }

    /**
     * The sequence number in an R-block.
     *
     * @return N(R), 0 or 1
     */
    public int receiveSequence() {
        return (pcb() >> 4) & 1;
    }

    /**
     * Whether an I-block is followed by more of the same chain.
     *
     * @return true if so
     */
    public boolean hasMore() {
        return (pcb() & 0x20) != 0;
    }

    /**
     * What an R-block complains of.
     *
     * @return none, edc-or-parity or other
     */
    public String complaint() {
        return switch (pcb() & 0x0F) {
            case 0 -> "none";
            case 1 -> "edc-or-parity";
            default -> "other";
        };
    }

    /**
     * What an S-block is about.
     *
     * @return the kind, where the standard has one
     */
    public Optional<Supervisory> supervisory() {
        int number = pcb() & 0x1F;
        return number < Supervisory.values().length ? Optional.of(Supervisory.values()[number]) : Optional.empty();
    }

    /**
     * Whether an S-block is an answer.
     *
     * @return true if so, false for a request
     */
    public boolean isSupervisoryAnswer() {
        return (pcb() & 0x20) != 0;
    }

    /**
     * Whether it arrived whole.
     *
     * @return false if the LRC is wrong; true where that cannot be told
     */
    public boolean isIntact() {
        return cut || crc || bytes.xorSum() == 0;
    }
}
