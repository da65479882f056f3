package io.github.tagsmith.core.pcsc;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.pcsc.nat.Abi;
import io.github.tagsmith.core.pcsc.nat.LibPcsc;
import io.github.tagsmith.core.pcsc.nat.PcscLibrary;
import jnr.ffi.Memory;
import jnr.ffi.Pointer;

/** An established SCARDCONTEXT, and access to native memory in the widths of the system. */
final class NativeContext implements AutoCloseable {

    private static final long SCOPE_SYSTEM = 2;

    private final PcscLibrary library;
    private final long handle;
    private boolean released;

    private NativeContext(PcscLibrary library, long handle) {
        this.library = library;
        this.handle = handle;
    }

    static NativeContext establish(PcscLibrary library) throws NfcException {
        Pointer out = Memory.allocateDirect(library.runtime(), Long.BYTES);
        long code;
        try {
            code = library.abi().code(library.functions().SCardEstablishContext(SCOPE_SYSTEM, null, null, out));
        } catch (UnsatisfiedLinkError otherLibrary) {
            throw new NfcException(ErrorKind.NO_SERVICE, library.name() + " is not a PC/SC library")
                    .withHint("Name another one in " + PcscLibrary.OVERRIDE + ", or none")
                    .withCause(otherLibrary);
        }
        if (code != PcscCode.SUCCESS.value()) {
            throw serviceError(code);
        }
        return new NativeContext(library, read(out, 0, library.abi().handleWidth()));
    }

    private static NfcException serviceError(long code) {
        NfcException error = PcscCode.error(code, "reach the PC/SC service");
        boolean absent = code == PcscCode.E_NO_SERVICE.value() || code == PcscCode.F_INTERNAL_ERROR.value();
        return absent ? error.withHint("Start it (Debian: apt install pcscd; systemctl start pcscd.socket)") : error;
    }

    LibPcsc functions() {
        return library.functions();
    }

    Abi abi() {
        return library.abi();
    }

    long handle() {
        return handle;
    }

    Pointer allocate(int bytes) {
        return Memory.allocateDirect(library.runtime(), Math.max(bytes, 1), true);
    }

    Pointer zeroTerminated(String text) {
        byte[] characters = (text + "\0").getBytes(abi().charset());
        Pointer memory = allocate(characters.length);
        memory.put(0, characters, 0, characters.length);
        return memory;
    }

    long code(long returned) {
        return abi().code(returned);
    }

    void check(long code, String doing) throws NfcException {
        if (code != PcscCode.SUCCESS.value()) {
            throw PcscCode.error(code, doing);
        }
    }

    long readDword(Pointer memory, long offset) {
        return read(memory, offset, abi().dwordWidth()) & 0xFFFFFFFFL;
    }

    void writeDword(Pointer memory, long offset, long value) {
        if (abi().dwordWidth() == Long.BYTES) {
            memory.putLong(offset, value);
        } else {
            memory.putInt(offset, (int) value);
        }
    }

    long readHandle(Pointer memory) {
        return read(memory, 0, abi().handleWidth());
    }

    private static long read(Pointer memory, long offset, int width) {
        return width == Long.BYTES ? memory.getLong(offset) : memory.getInt(offset);
    }

    @Override
    public void close() {
        if (!released) {
            released = true;
            functions().SCardReleaseContext(handle);
        }
    }
}
