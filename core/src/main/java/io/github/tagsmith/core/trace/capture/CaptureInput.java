package io.github.tagsmith.core.trace.capture;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.ZipException;

/** A stream with a window on it, in which a whole record lies in one piece. */
final class CaptureInput {

    /** Large enough that the system is called seldom, small enough that a live capture is not held up. */
    private static final int WINDOW = 1 << 18;

    private final InputStream in;
    private final Runnable beforeWait;
    private ByteBuffer window = ByteBuffer.allocate(WINDOW);
    private int start;
    private int end;
    private long base;

    /**
     * A window at the start.
     *
     * @param in the bytes
     * @param beforeWait called before each read that may have to wait
     */
    CaptureInput(InputStream in, Runnable beforeWait) {
        this.in = in;
        this.beforeWait = beforeWait;
    }

    void order(ByteOrder order) {
        window.order(order);
    }

    /** The window; valid until the next call of {@link #has}. */
    ByteBuffer window() {
        return window;
    }

    /** Where in the window the next byte is. */
    int start() {
        return start;
    }

    /** Where in the stream the next byte is. */
    long offset() {
        return base + start;
    }

    /** How many bytes lie in the window. */
    int available() {
        return end - start;
    }

    /** Whether that many bytes follow; afterwards they lie in the window. */
    boolean has(int count) throws NfcException {
        while (end - start < count) {
            if (!fill(count)) {
                return false;
            }
        }
        return true;
    }

    void skip(int count) {
        start += count;
    }

    /** Passes over bytes that need not lie in the window together; false if the stream ends before. */
    boolean pass(long count) throws NfcException {
        long left = count;
        while (left > 0) {
            if (!has(1)) {
                return false;
            }
            int step = (int) Math.min(left, available());
            skip(step);
            left -= step;
        }
        return true;
    }

    private boolean fill(int wanted) throws NfcException {
        makeRoom(wanted);
        beforeWait.run();
        try {
            int count = in.read(window.array(), end, window.capacity() - end);
            if (count > 0) {
                end += count;
            }
            return count > 0;
        } catch (EOFException e) {
            throw CaptureException.at(
                    FaultKind.TRUNCATED, base + end, "the gzip form ends early, after offset " + (base + end));
        } catch (ZipException e) {
            throw CaptureException.at(
                    FaultKind.BAD_GZIP,
                    base + end,
                    "the gzip form is damaged after offset " + (base + end) + ": " + e.getMessage());
        } catch (IOException e) {
            throw new NfcException(ErrorKind.FILE, "cannot read on at offset " + (base + end) + ": " + e.getMessage())
                    .withCause(e);
        }
    }

    private void makeRoom(int wanted) {
        if (end < window.capacity() && window.capacity() - start >= wanted) {
            return;
        }
        ByteBuffer target = window;
        if (wanted > window.capacity()) {
            target =
                    ByteBuffer.allocate(Math.max(wanted, 2 * window.capacity())).order(window.order());
        }
        System.arraycopy(window.array(), start, target.array(), 0, end - start);
        base += start;
        end -= start;
        start = 0;
        window = target;
    }
}
