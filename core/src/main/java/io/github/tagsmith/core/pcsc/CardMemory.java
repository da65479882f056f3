package io.github.tagsmith.core.pcsc;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.pcsc.nat.NativeMemory;
import org.jspecify.annotations.Nullable;

/** The native memory of one connection: allocated at connect, used again for each exchange, grown once where one needs more. */
final class CardMemory {

    static final int ATR_ROOM = 36;
    static final int NAME_ROOM = 256;

    /** A short answer with its status word and some spare room, or an attribute; MAX_BUFFER_SIZE of pcsc-lite. */
    static final int SHORT_ROOM = 264;

    /** A long answer, or a long command; MAX_BUFFER_SIZE_EXTENDED of pcsc-lite. */
    private static final int EXTENDED_ROOM = 65548;

    private final NativeContext context;
    final NativeMemory length;
    final NativeMemory protocol;
    final NativeMemory sendPci;
    final NativeMemory receivePci;
    final NativeMemory atr;
    final NativeMemory state;
    NativeMemory command;
    NativeMemory answer;
    private @Nullable StatusMemory status;

    /** What SCardStatus needs besides, which few ask for. */
    record StatusMemory(NativeMemory name, NativeMemory nameLength) {}

    CardMemory(NativeContext context) {
        this.context = context;
        this.length = context.allocate(Long.BYTES);
        this.protocol = context.allocate(Long.BYTES);
        this.sendPci = context.allocate(context.abi().ioRequestSize());
        this.receivePci = context.allocate(context.abi().ioRequestSize());
        this.atr = context.allocate(ATR_ROOM);
        this.state = context.allocate(Long.BYTES);
        this.command = context.allocate(SHORT_ROOM);
        this.answer = context.allocate(SHORT_ROOM);
    }

    StatusMemory status() {
        StatusMemory present = status;
        if (present == null) {
            present = new StatusMemory(
                    context.allocate(NAME_ROOM * context.abi().charWidth()), context.allocate(Long.BYTES));
            status = present;
        }
        return present;
    }

    /** An extended command, told by its zero fifth byte, may be answered at length. */
    void writeCommand(Bytes bytes) {
        boolean extended = bytes.length() >= 7 && bytes.get(4) == 0;
        if (extended || bytes.length() > SHORT_ROOM) {
            grow();
        }
        command.write(0, bytes);
    }

    /** What a driver is given with a control code may be answered at length. */
    void writeControl(Bytes bytes) {
        grow();
        command.write(0, bytes);
    }

    private void grow() {
        if (answer.size() < EXTENDED_ROOM) {
            command = context.allocate(EXTENDED_ROOM);
            answer = context.allocate(EXTENDED_ROOM);
        }
    }

    void writePci(NativeMemory pci, long number) {
        pci.writeDword(0, number);
        pci.writeDword(context.abi().dwordWidth(), context.abi().ioRequestSize());
    }
}
