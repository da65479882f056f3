package io.github.tagsmith.core.testing;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.pcsc.nat.LibC;
import java.io.IOException;

/** A pseudo-terminal in raw mode: a device for another program, a stream of bytes for us. */
final class PseudoTerminal implements AutoCloseable {

    private static final LibC C = LibC.INSTANCE;
    private static final int READ_WRITE_NO_CONTROL = 0x102;

    private final int master;
    private final int slave;
    private final String name;

    private PseudoTerminal(int master, int slave, String name) {
        this.master = master;
        this.slave = slave;
        this.name = name;
    }

    static PseudoTerminal open() throws IOException, InterruptedException {
        int master = C.posix_openpt(READ_WRITE_NO_CONTROL);
        if (master < 0 || C.grantpt(master) != 0 || C.unlockpt(master) != 0) {
            throw new IOException("no pseudo-terminal");
        }
        String name = C.ptsname(master);
        int slave = C.open(name, READ_WRITE_NO_CONTROL);
        Process raw = new ProcessBuilder("stty", "-F", name, "raw", "-echo").start();
        if (raw.waitFor() != 0) {
            throw new IOException("stty cannot set " + name);
        }
        return new PseudoTerminal(master, slave, name);
    }

    /** The device. */
    String name() {
        return name;
    }

    void send(Bytes message) throws IOException {
        byte[] bytes = message.toArray();
        if (C.write(master, bytes, bytes.length) != bytes.length) {
            throw new IOException("the terminal takes no more");
        }
    }

    /** Waits for that many bytes. */
    Bytes take(int count) throws IOException {
        Bytes taken = Bytes.EMPTY;
        while (taken.length() < count) {
            byte[] buffer = new byte[count - taken.length()];
            int read = (int) C.read(master, buffer, buffer.length);
            if (read <= 0) {
                throw new IOException("the terminal is closed");
            }
            taken = taken.plus(Bytes.of(buffer, 0, read));
        }
        return taken;
    }

    /** Ends every wait for bytes, once no other program has the device open. */
    void hangUp() {
        C.close(slave);
    }

    /** Nobody may use it any more: the system gives its number to the next file that is opened. */
    @Override
    public void close() {
        C.close(master);
    }
}
