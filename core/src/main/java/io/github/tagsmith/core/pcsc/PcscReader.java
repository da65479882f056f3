package io.github.tagsmith.core.pcsc;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.Reader;
import io.github.tagsmith.core.reader.ReaderStatus;
import io.github.tagsmith.core.reader.ShareMode;
import java.lang.ref.Reference;
import java.time.Duration;
import jnr.ffi.Pointer;

/** A reader of the PC/SC service. */
final class PcscReader implements Reader {

    private static final long STATE_UNKNOWN = 0x0004;
    private static final long STATE_PRESENT = 0x0020;
    private static final long STATE_EXCLUSIVE = 0x0080;
    private static final long STATE_INUSE = 0x0100;
    private static final long STATE_MUTE = 0x0200;

    private final NativeContext context;
    private final String name;

    PcscReader(NativeContext context, String name) {
        this.context = context;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    /** Its present state; SCardGetStatusChange without waiting. */
    @Override
    public ReaderStatus status() throws NfcException {
        return decode(statusChange(0, Duration.ZERO));
    }

    /** Waits by SCardGetStatusChange, from the present state on. */
    @Override
    public ReaderStatus waitForCard(Duration timeout) throws NfcException {
        long end = System.nanoTime() + timeout.toNanos();
        Pointer state = statusChange(0, Duration.ZERO);
        while (!decode(state).cardPresent()) {
            Duration left = Duration.ofNanos(end - System.nanoTime());
            if (left.isNegative() || left.isZero()) {
                break;
            }
            long known = context.readDword(state, context.abi().eventStateOffset());
            state = statusChange(known, left);
        }
        return decode(state);
    }

    private Pointer statusChange(long knownState, Duration timeout) throws NfcException {
        Pointer state = context.allocate(context.abi().readerStateSize());
        Pointer nameMemory = context.zeroTerminated(name);
        state.putPointer(0, nameMemory);
        context.writeDword(state, context.abi().currentStateOffset(), knownState);
        long code;
        try {
            code = context.code(
                    context.functions().SCardGetStatusChange(context.handle(), timeout.toMillis(), state, 1));
        } finally {
            Reference.reachabilityFence(nameMemory);
        }
        if (code == PcscCode.E_TIMEOUT.value()) {
            if (knownState != 0) {
                context.writeDword(state, context.abi().eventStateOffset(), knownState);
            }
            return state;
        }
        context.check(code, "ask for the state of " + name);
        return state;
    }

    private ReaderStatus decode(Pointer state) throws NfcException {
        long event = context.readDword(state, context.abi().eventStateOffset());
        if ((event & STATE_UNKNOWN) != 0) {
            throw new NfcException(ErrorKind.NO_READER, "reader " + name + " is gone");
        }
        int length = (int) context.readDword(state, context.abi().atrLengthOffset());
        byte[] atr = new byte[Math.min(length, context.abi().atrSize())];
        state.get(context.abi().atrOffset(), atr, 0, atr.length);
        boolean present = (event & STATE_PRESENT) != 0;
        return new ReaderStatus(
                present,
                (event & STATE_MUTE) != 0,
                (event & STATE_INUSE) != 0,
                (event & STATE_EXCLUSIVE) != 0,
                present ? Bytes.of(atr) : Bytes.EMPTY);
    }

    /** Connects with T=0 or T=1, whichever the card speaks; SCardConnect. */
    @Override
    public Card connect(ShareMode mode) throws NfcException {
        return PcscCard.connect(context, name, mode);
    }
}
