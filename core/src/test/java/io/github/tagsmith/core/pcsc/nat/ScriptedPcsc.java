package io.github.tagsmith.core.pcsc.nat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jnr.ffi.Pointer;
import jnr.ffi.Runtime;

/** A PC/SC library in Java, as pcsc-lite behaves: readers with a state word each, a service that can stop, counted handles. */
public final class ScriptedPcsc implements LibPcsc {

    private static final long SUCCESS = 0;
    private static final long E_CANCELLED = 0x80100002L;
    private static final long E_INVALID_HANDLE = 0x80100003L;
    private static final long E_UNKNOWN_READER = 0x80100009L;
    private static final long E_TIMEOUT = 0x8010000AL;
    private static final long E_NO_SERVICE = 0x8010001DL;
    private static final long E_NO_READERS = 0x8010002EL;
    private static final String PNP = "\\\\?PnP?\\Notification";
    private static final Abi ABI = Abi.LINUX;
    private static final int BITS_THAT_WAKE = 0xFFFF0000 | 0x0230;

    private final boolean plugAndPlay;
    private final Map<String, Integer> readers = new LinkedHashMap<>();
    private final List<Long> timeouts = new ArrayList<>();
    private boolean running = true;
    private boolean cancelled;
    private boolean waiting;
    private int listVersion;
    private int openContexts;

    public ScriptedPcsc(boolean plugAndPlay) {
        this.plugAndPlay = plugAndPlay;
    }

    public PcscLibrary library() {
        return new PcscLibrary(this, ABI, Runtime.getSystemRuntime(), "scripted");
    }

    /** Plugs a reader in, or changes its state word. */
    public synchronized void set(String reader, int state) {
        if (readers.put(reader, state) == null) {
            listVersion++;
        }
        notifyAll();
    }

    public synchronized void unplug(String reader) {
        readers.remove(reader);
        listVersion++;
        notifyAll();
    }

    public synchronized void stop() {
        running = false;
        notifyAll();
    }

    public synchronized void start() {
        running = true;
    }

    public synchronized int openContexts() {
        return openContexts;
    }

    /** The timeouts of all waits that could sleep. */
    public synchronized List<Long> timeouts() {
        return List.copyOf(timeouts);
    }

    public synchronized void awaitSleeper() throws InterruptedException {
        while (!waiting) {
            wait();
        }
    }

    private static Pointer at(long address) {
        return Pointer.wrap(Runtime.getSystemRuntime(), address);
    }

    @Override
    public synchronized long SCardEstablishContext(long scope, long reserved1, long reserved2, long context) {
        if (!running) {
            return E_NO_SERVICE;
        }
        openContexts++;
        at(context).putLong(0, 42);
        return SUCCESS;
    }

    @Override
    public synchronized long SCardReleaseContext(long context) {
        openContexts--;
        return SUCCESS;
    }

    @Override
    public synchronized long SCardIsValidContext(long context) {
        return running ? SUCCESS : E_INVALID_HANDLE;
    }

    @Override
    public synchronized long SCardCancel(long context) {
        cancelled = waiting;
        notifyAll();
        return SUCCESS;
    }

    @Override
    public synchronized long SCardListReaders(long context, long groups, long names, long length) {
        if (!running) {
            return E_NO_SERVICE;
        }
        if (readers.isEmpty()) {
            return E_NO_READERS;
        }
        byte[] text = (String.join("\0", readers.keySet()) + "\0\0").getBytes(ABI.charset());
        if (names != 0) {
            at(names).put(0, text, 0, text.length);
        }
        at(length).putLong(0, text.length);
        return SUCCESS;
    }

    @Override
    public synchronized long SCardGetStatusChange(long context, long timeout, long states, long count) {
        if (timeout > 0) {
            timeouts.add(timeout);
        }
        int versionAtStart = listVersion;
        long end = System.nanoTime() + timeout * 1_000_000;
        try {
            while (true) {
                if (!running) {
                    return E_NO_SERVICE;
                }
                if (cancelled) {
                    cancelled = false;
                    return E_CANCELLED;
                }
                boolean wake = false;
                for (int i = 0; i < count; i++) {
                    Pointer name = at(states).getPointer((long) i * ABI.readerStateSize());
                    String reader = name.getString(0);
                    if (reader.equals(PNP)) {
                        if (!plugAndPlay) {
                            return E_UNKNOWN_READER;
                        }
                        wake |= listVersion != versionAtStart;
                    } else if (readers.containsKey(reader)) {
                        wake |= report(at(states), i, readers.get(reader));
                    } else {
                        return E_UNKNOWN_READER;
                    }
                }
                if (wake) {
                    return SUCCESS;
                }
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return E_TIMEOUT;
                }
                waiting = true;
                notifyAll();
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return E_CANCELLED;
        } finally {
            waiting = false;
        }
    }

    /** Connecting to a free card wakes nobody. */
    private static boolean report(Pointer states, int index, int state) {
        long base = (long) index * ABI.readerStateSize();
        int known = (int) states.getLong(base + ABI.currentStateOffset());
        states.putLong(base + ABI.eventStateOffset(), Integer.toUnsignedLong(state));
        boolean present = (state & 0x20) != 0;
        states.putLong(base + ABI.atrLengthOffset(), present ? 2 : 0);
        states.putByte(base + ABI.atrOffset(), (byte) 0x3B);
        boolean released = (known & 0x180) != 0 && (known & 0x180) != (state & 0x180);
        return known == 0 || released || ((known ^ state) & BITS_THAT_WAKE) != 0;
    }

    @Override
    public long SCardListReaderGroups(long context, long groups, long length) {
        return E_NO_SERVICE;
    }

    @Override
    public long SCardConnect(
            long context, long reader, long shareMode, long protocols, long handle, long activeProtocol) {
        return E_NO_SERVICE;
    }

    @Override
    public long SCardReconnect(long handle, long shareMode, long protocols, long initialization, long activeProtocol) {
        return E_NO_SERVICE;
    }

    @Override
    public long SCardDisconnect(long handle, long disposition) {
        return E_NO_SERVICE;
    }

    @Override
    public long SCardBeginTransaction(long handle) {
        return E_NO_SERVICE;
    }

    @Override
    public long SCardEndTransaction(long handle, long disposition) {
        return E_NO_SERVICE;
    }

    @Override
    public long SCardStatus(
            long handle, long readerName, long readerLength, long state, long protocol, long atr, long atrLength) {
        return E_NO_SERVICE;
    }

    @Override
    public long SCardTransmit(
            long handle,
            long sendPci,
            long command,
            long commandLength,
            long receivePci,
            long answer,
            long answerLength) {
        return E_NO_SERVICE;
    }

    @Override
    public long SCardControl(
            long handle, long code, long input, long inputLength, long output, long outputRoom, long outputLength) {
        return E_NO_SERVICE;
    }

    @Override
    public long SCardGetAttrib(long handle, long attribute, long value, long length) {
        return E_NO_SERVICE;
    }

    @Override
    public long SCardSetAttrib(long handle, long attribute, long value, long length) {
        return E_NO_SERVICE;
    }
}
