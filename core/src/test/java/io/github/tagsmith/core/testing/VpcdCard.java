package io.github.tagsmith.core.testing;

import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.picc.Picc;
import io.github.tagsmith.core.virtual.VirtualSlot;
import io.github.tagsmith.core.vpcd.VpcdLink;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A software card in a reader of the vpcd driver, served by a thread of its own until it is closed. */
public final class VpcdCard implements AutoCloseable {

    private final VpcdLink link;
    private final CompletableFuture<Void> served = new CompletableFuture<>();

    private VpcdCard(VpcdLink link) {
        this.link = link;
    }

    /** Puts a card into the reader that listens on a port of this machine. */
    public static VpcdCard present(Picc picc, int port) throws NfcException {
        VirtualSlot slot = new VirtualSlot();
        slot.present(picc);
        VpcdCard card =
                new VpcdCard(VpcdLink.connect(slot, new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
        Thread thread = new Thread(card::serve, "vpcd card on " + port);
        thread.setDaemon(true);
        thread.start();
        return card;
    }

    private void serve() {
        try {
            link.run();
            served.complete(null);
        } catch (NfcException | RuntimeException e) {
            served.completeExceptionally(e);
        }
    }

    /** Takes the card out; fails if serving it had failed before. */
    @Override
    public void close() {
        link.close();
        try {
            served.get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the software card failed", e);
        }
    }
}
