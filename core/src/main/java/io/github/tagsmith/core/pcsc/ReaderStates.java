package io.github.tagsmith.core.pcsc;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.pcsc.nat.Abi;
import io.github.tagsmith.core.pcsc.nat.NativeMemory;
import io.github.tagsmith.core.reader.Observation;
import io.github.tagsmith.core.reader.ReaderStatus;
import java.util.ArrayList;
import java.util.List;

/** An array of SCARD_READERSTATE for named readers, with the memory of the names. Unaware until told what is known. */
final class ReaderStates {

    /** The reader that stands for the list of readers: its state changes when one is plugged in or out. */
    static final String PNP = "\\\\?PnP?\\Notification";

    private static final long CHANGED = 0x0002;
    private static final long UNKNOWN = 0x0004;
    private static final long PRESENT = 0x0020;
    private static final long EXCLUSIVE = 0x0080;
    private static final long IN_USE = 0x0100;
    private static final long MUTE = 0x0200;

    private final List<String> names;
    private final Abi abi;
    private final NativeMemory memory;
    private final List<NativeMemory> nameMemory = new ArrayList<>();

    ReaderStates(NativeContext context, List<String> names) {
        this.names = List.copyOf(names);
        this.abi = context.abi();
        this.memory = context.allocate(names.size() * abi.readerStateSize());
        for (int i = 0; i < names.size(); i++) {
            NativeMemory name = context.library().zeroTerminated(names.get(i));
            nameMemory.add(name);
            memory.writeAddress(i * abi.readerStateSize(), name);
        }
    }

    int count() {
        return nameMemory.size();
    }

    NativeMemory memory() {
        return memory;
    }

    /** What the last call reported becomes what is known at the next. */
    void acknowledge() {
        for (int i = 0; i < count(); i++) {
            know(i, event(i) & ~CHANGED);
        }
    }

    private void know(int index, long state) {
        memory.writeDword(index * abi.readerStateSize() + abi.currentStateOffset(), state);
    }

    private long event(int index) {
        return memory.dword(index * abi.readerStateSize() + abi.eventStateOffset());
    }

    boolean isUnknown(int index) {
        return (event(index) & UNKNOWN) != 0;
    }

    /** What was reported of all readers, the PnP one left out. */
    List<Observation> observations() {
        List<Observation> all = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            if (!isUnknown(i) && !names.get(i).equals(PNP)) {
                all.add(observation(i));
            }
        }
        return all;
    }

    /** What was reported of one reader; the upper half of its state counts the moves. */
    Observation observation(int index) {
        long event = event(index);
        boolean present = (event & PRESENT) != 0;
        ReaderStatus status = new ReaderStatus(
                present,
                (event & MUTE) != 0,
                (event & IN_USE) != 0,
                (event & EXCLUSIVE) != 0,
                present ? atr(index) : Bytes.EMPTY);
        return new Observation(names.get(index), status, (int) (event >>> 16));
    }

    private Bytes atr(int index) {
        int base = index * abi.readerStateSize();
        int length = (int) Math.min(memory.dword(base + abi.atrLengthOffset()), abi.atrSize());
        return memory.read(base + abi.atrOffset(), length);
    }
}
