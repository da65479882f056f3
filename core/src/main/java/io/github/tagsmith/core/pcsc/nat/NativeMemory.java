package io.github.tagsmith.core.pcsc.nat;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.concurrent.atomic.AtomicLong;
import jnr.ffi.Memory;
import jnr.ffi.Pointer;

/**
 * A block of native memory, read and written in the widths of the system. It lives as long as this object is reachable, so its
 * owner keeps it in a field, and {@link WinScard} keeps it reachable during a call.
 */
public final class NativeMemory {

    private static final AtomicLong ALLOCATIONS = new AtomicLong();

    private final Abi abi;
    private final Pointer pointer;
    private final int size;

    /** Bytes pass through here on their way in and out, so that nothing but the result is allocated. */
    private final byte[] passage;

    NativeMemory(PcscLibrary library, int size) {
        this.abi = library.abi();
        this.size = Math.max(size, 1);
        this.pointer = Memory.allocateDirect(library.runtime(), this.size, true);
        this.passage = new byte[this.size];
        ALLOCATIONS.incrementAndGet();
    }

    /**
     * How many blocks were allocated in this process so far.
     *
     * @return that number
     */
    public static long allocations() {
        return ALLOCATIONS.get();
    }

    long address() {
        return pointer.address();
    }

    /**
     * Its size.
     *
     * @return bytes
     */
    public int size() {
        return size;
    }

    /**
     * Copies bytes into it.
     *
     * @param offset where to, in bytes
     * @param bytes what
     */
    public void write(int offset, Bytes bytes) {
        bytes.copyTo(passage, 0);
        pointer.put(offset, passage, 0, bytes.length());
    }

    /**
     * Copies bytes out of it.
     *
     * @param offset where from, in bytes
     * @param length how many
     * @return those bytes
     */
    public Bytes read(int offset, int length) {
        pointer.get(offset, passage, 0, length);
        return Bytes.of(passage, 0, length);
    }

    /**
     * A DWORD.
     *
     * @param offset where it stands, in bytes
     * @return 32 bits, unsigned
     */
    public long dword(int offset) {
        return number(offset, abi.dwordWidth()) & 0xFFFFFFFFL;
    }

    /**
     * Writes a DWORD.
     *
     * @param offset where to, in bytes
     * @param value 32 bits, unsigned
     */
    public void writeDword(int offset, long value) {
        if (abi.dwordWidth() == Long.BYTES) {
            pointer.putLong(offset, value);
        } else {
            pointer.putInt(offset, (int) value);
        }
    }

    /**
     * A SCARDCONTEXT or SCARDHANDLE at the start of the block.
     *
     * @return the handle
     */
    public long handle() {
        return number(0, abi.handleWidth());
    }

    /**
     * Writes the address of another block, which must stay reachable as long as this one is used.
     *
     * @param offset where to, in bytes
     * @param target the other block
     */
    public void writeAddress(int offset, NativeMemory target) {
        pointer.putPointer(offset, target.pointer);
    }

    private long number(int offset, int width) {
        return width == Long.BYTES ? pointer.getLong(offset) : pointer.getInt(offset);
    }
}
