package io.github.tagsmith.core.pcsc;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.pcsc.nat.Abi;
import io.github.tagsmith.core.pcsc.nat.NativeMemory;
import io.github.tagsmith.core.pcsc.nat.PcscLibrary;
import io.github.tagsmith.core.pcsc.nat.WinScard;
import io.github.tagsmith.core.reader.ThreadConfinement;

/** An established SCARDCONTEXT and what every call on it needs. */
final class NativeContext implements AutoCloseable {

    private static final long SCOPE_SYSTEM = 2;

    private final PcscLibrary library;
    private final WinScard winScard;
    private final long handle;
    private final ThreadConfinement confinement = new ThreadConfinement("this PC/SC context, with its cards,");
    private final WaitGate gate;
    private boolean released;

    private NativeContext(PcscLibrary library, WinScard winScard, WaitGate gate, long handle) {
        this.library = library;
        this.winScard = winScard;
        this.gate = gate;
        this.handle = handle;
    }

    /** SCardEstablishContext. */
    static NativeContext establish(PcscLibrary library, WaitGate gate) throws NfcException {
        WinScard winScard = new WinScard(library);
        NativeMemory out = library.allocate(Long.BYTES);
        long code;
        try {
            code = winScard.establishContext(SCOPE_SYSTEM, out);
        } catch (UnsatisfiedLinkError otherLibrary) {
            throw new NfcException(ErrorKind.NO_SERVICE, library.name() + " is not a PC/SC library")
                    .withHint("Name another one in " + PcscLibrary.OVERRIDE + ", or none")
                    .withCause(otherLibrary);
        }
        if (code != PcscCode.SUCCESS.value()) {
            throw serviceError(code);
        }
        return new NativeContext(library, winScard, gate, out.handle());
    }

    private static NfcException serviceError(long code) {
        NfcException error = PcscCode.error(code, "reach the PC/SC service");
        boolean absent = code == PcscCode.E_NO_SERVICE.value() || code == PcscCode.F_INTERNAL_ERROR.value();
        return absent ? error.withHint("Start it (Debian: apt install pcscd; systemctl start pcscd.socket)") : error;
    }

    PcscLibrary library() {
        return library;
    }

    WinScard calls() {
        return winScard;
    }

    Abi abi() {
        return library.abi();
    }

    long handle() {
        return handle;
    }

    ThreadConfinement confinement() {
        return confinement;
    }

    /** Where waits of this context can be cancelled. */
    WaitGate gate() {
        return gate;
    }

    NativeMemory allocate(int bytes) {
        return library.allocate(bytes);
    }

    /** SCardIsValidContext. */
    boolean isValid() {
        return !released && winScard.isValidContext(handle) == PcscCode.SUCCESS.value();
    }

    /** One SCardGetStatusChange that {@link #cancel} ends. */
    long waitForChange(long millis, ReaderStates states) {
        if (!gate.enterCall()) {
            return PcscCode.E_CANCELLED.value();
        }
        try {
            return winScard.getStatusChange(handle, millis, states.memory(), states.count());
        } finally {
            gate.leaveCall();
        }
    }

    /** SCardCancel, until the waiting thread has noticed; from any thread. */
    void cancel() {
        gate.cancel(this::cancelCall);
    }

    /** SCardCancel, once, for a {@link WaitGate}. */
    void cancelCall() {
        winScard.cancel(handle);
    }

    void check(long code, String doing, String reader) throws NfcException {
        if (code != PcscCode.SUCCESS.value()) {
            throw PcscCode.error(code, doing + reader);
        }
    }

    /** SCardReleaseContext. */
    @Override
    public void close() {
        confinement.enter();
        try {
            if (!released) {
                released = true;
                winScard.releaseContext(handle);
            }
        } finally {
            confinement.exit();
        }
    }
}
