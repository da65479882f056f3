package io.github.tagsmith.core.trace.exchange;

import io.github.tagsmith.core.bytes.Bytes;
import java.io.ByteArrayOutputStream;

/** An APDU that comes in parts, most often in one. */
final class JoinedBytes {

    /** No APDU is longer: an extended command of 65535 bytes with its lengths. */
    static final int LONGEST = 65544;

    private Bytes only = Bytes.EMPTY;
    private final ByteArrayOutputStream more = new ByteArrayOutputStream(0);
    private boolean missing;

    void add(Bytes part) {
        if (only.isEmpty() && more.size() == 0) {
            only = part;
            return;
        }
        if (more.size() == 0) {
            more.writeBytes(only.toArray());
        }
        if (length() + part.length() <= LONGEST) {
            more.writeBytes(part.toArray());
        } else {
            missing = true;
        }
    }

    /** A part of it is not in the capture. */
    void lose() {
        missing = true;
    }

    boolean isMissingSome() {
        return missing;
    }

    int length() {
        return Math.max(only.length(), more.size());
    }

    Bytes bytes() {
        return more.size() == 0 ? only : Bytes.of(more.toByteArray());
    }

    void clear() {
        only = Bytes.EMPTY;
        more.reset();
        missing = false;
    }
}
