package io.github.tagsmith.core.trace.capture;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;

/** A fault after which a capture cannot be read on. What was read before it stands. */
public final class CaptureException extends NfcException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    private final transient CaptureFault fault;

    CaptureException(CaptureFault fault) {
        super(ErrorKind.MALFORMED_INPUT, fault.kind().id() + ": " + fault.message());
        this.fault = fault;
    }

    static CaptureException at(FaultKind kind, long offset, String message) {
        return new CaptureException(CaptureFault.at(kind, message, offset));
    }

    /**
     * What is wrong.
     *
     * @return the fault
     */
    public CaptureFault fault() {
        return fault;
    }
}
