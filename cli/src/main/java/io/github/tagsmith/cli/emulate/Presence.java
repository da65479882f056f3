package io.github.tagsmith.cli.emulate;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.virtual.VirtualSlot;
import io.github.tagsmith.core.vpcd.VpcdLink;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The card before the reader of the service, or away from it. While it is away it has no field, so it forgets what it does not store.
 * May be used from several threads.
 */
final class Presence implements AutoCloseable {

    private final VirtualSlot slot;
    private final InetSocketAddress address;
    private @Nullable VpcdLink link;
    private @Nullable NfcException failure;
    private boolean closed;

    Presence(VirtualSlot slot, InetSocketAddress address) {
        this.slot = slot;
        this.address = address;
    }

    /** Puts the card into the field; nothing happens if it is there. */
    synchronized void present() throws NfcException {
        if (link != null || closed) {
            return;
        }
        VpcdLink opened = VpcdLink.connect(slot, address);
        link = opened;
        Thread server = new Thread(() -> serve(opened), "card in the field");
        server.setDaemon(true);
        server.start();
    }

    private void serve(VpcdLink served) {
        NfcException reason;
        try {
            served.run();
            reason = new NfcException(ErrorKind.NO_SERVICE, "the PC/SC service at " + address + " went away");
        } catch (NfcException e) {
            reason = e;
        }
        synchronized (this) {
            if (link == served) {
                failure = reason;
                notifyAll();
            }
        }
    }

    /** Takes the card away; nothing happens if it is not there. */
    synchronized void remove() {
        VpcdLink open = link;
        if (open != null) {
            link = null;
            open.close();
            slot.reset();
        }
    }

    /** Lets time pass; ends with an error as soon as the service goes away. */
    synchronized void rest(Duration time) throws NfcException, InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        long left = time.toMillis();
        while (failure == null && !closed && left > 0) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public synchronized void close() {
        remove();
        closed = true;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }
}
