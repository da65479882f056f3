package io.github.tagsmith.core.trace.capture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One packet of a capture: a view of the reader's window, filled anew by each {@link CaptureReader#next} and valid until then.
 */
public final class Packet {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final int COMMENT = 1;

    long number;
    long timeNs;
    CaptureInterface source = CaptureInterface.UNKNOWN;
    ByteBuffer bytes = NOTHING;
    int start;
    int length;
    long originalLength;
    int optionsStart;
    int optionsEnd;

    /** An empty one, to be filled by a reader. */
    public Packet() {}

    /**
     * Its number.
     *
     * @return from 1, over the whole file
     */
    public long number() {
        return number;
    }

    /**
     * When it was captured.
     *
     * @return nanoseconds since 1970
     */
    public long timeNs() {
        return timeNs;
    }

    /**
     * What captured it.
     *
     * @return the interface, which names the link type
     */
    public CaptureInterface source() {
        return source;
    }

    /**
     * The window in which it lies; its byte order is that of the file or section.
     *
     * @return bytes, of which those from {@link #start} on, {@link #length} of them, are the packet's
     */
    public ByteBuffer bytes() {
        return bytes;
    }

    /**
     * Where it starts.
     *
     * @return the index in {@link #bytes}
     */
    public int start() {
        return start;
    }

    /**
     * How much of it was captured.
     *
     * @return in bytes
     */
    public int length() {
        return length;
    }

    /**
     * How long it was.
     *
     * @return in bytes, as the file says
     */
    public long originalLength() {
        return originalLength;
    }

    /**
     * Whether a part of it was left out of the capture.
     *
     * @return true if so
     */
    public boolean isCut() {
        return originalLength > length;
    }

    /**
     * The comment on it (pcapng option 1, opt_comment).
     *
     * @return its text, where there is one
     */
    public Optional<String> comment() {
        int at = PcapngOptions.find(bytes, optionsStart, optionsEnd, COMMENT);
        if (at < 0) {
            return Optional.empty();
        }
        byte[] text = new byte[PcapngOptions.length(bytes, at)];
        bytes.get(PcapngOptions.value(at), text);
        return Optional.of(new String(text, StandardCharsets.UTF_8));
    }
}
