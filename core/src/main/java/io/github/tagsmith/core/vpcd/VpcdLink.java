package io.github.tagsmith.core.vpcd;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.virtual.VirtualSlot;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import jdk.net.ExtendedSocketOptions;

/**
 * Offers a slot to the vpcd driver of vsmartcard: the driver listens, the card connects, and both speak messages of a 2-byte
 * length (most significant first) and a body. While the connection stands there is a card in the reader.
 *
 * <pre>
 * 00 00        the driver asks nothing
 * 00 01 00     power off        no answer
 * 00 01 01     power on         no answer
 * 00 01 02     reset            no answer
 * 00 01 04     ATR wanted       length, ATR
 * nn nn ...    command          length, answer
 * </pre>
 *
 * Source: vsmartcard, virtualsmartcard/src/vpcd/vpcd.h and ifd-vpcd.c. The driver writes length and body in two segments, so
 * that without quick acknowledges every exchange waits 40 ms for Nagle's algorithm; hence TCP_QUICKACK after each read,
 * TCP_NODELAY, and each answer in one write.
 */
public final class VpcdLink implements AutoCloseable {

    /** The port of the driver's first reader; the second one listens on the next. */
    public static final int DEFAULT_PORT = 35963;

    private static final int LENGTH_BYTES = 2;
    private static final int MAX_MESSAGE = 0xFFFF;

    private final VirtualSlot slot;
    private final SocketChannel socket;
    private final boolean quickAckKnown;
    private final ByteBuffer incoming = ByteBuffer.allocate(LENGTH_BYTES + MAX_MESSAGE);
    private final ByteBuffer outgoing = ByteBuffer.allocate(LENGTH_BYTES + MAX_MESSAGE);

    private VpcdLink(VirtualSlot slot, SocketChannel socket) throws IOException {
        this.slot = slot;
        this.socket = socket;
        SocketOption<Boolean> quickAck = ExtendedSocketOptions.TCP_QUICKACK;
        this.quickAckKnown = socket.supportedOptions().contains(quickAck);
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        acknowledgeAtOnce();
    }

    /**
     * Connects to the driver. The card is in the reader from now on.
     *
     * @param slot the slot that answers; it holds a card
     * @param address where the driver listens, usually 127.0.0.1:35963
     * @return the link; {@link #run} serves it
     * @throws NfcException {@code NO_SERVICE} if nothing listens there
     */
    public static VpcdLink connect(VirtualSlot slot, InetSocketAddress address) throws NfcException {
        try {
            return new VpcdLink(slot, SocketChannel.open(address));
        } catch (IOException | java.nio.channels.UnresolvedAddressException e) {
            throw new NfcException(ErrorKind.NO_SERVICE, "nothing listens on " + shown(address))
                    .withHint("Is pcscd running, with the vpcd driver? (Debian: apt install pcscd vsmartcard-vpcd)")
                    .withCause(e);
        }
    }

    private static String shown(InetSocketAddress address) {
        return address.getHostString() + ":" + address.getPort();
    }

    /**
     * Serves the driver until it hangs up or the link is closed.
     *
     * @throws NfcException {@code READER_FAILED} if the connection breaks in the middle of a message
     */
    public void run() throws NfcException {
        try {
            while (receive()) {
                serve(Bytes.of(incoming.array(), 0, incoming.limit()));
            }
        } catch (java.nio.channels.ClosedChannelException closed) {
            return;
        } catch (IOException e) {
            if (socket.isOpen()) {
                throw new NfcException(ErrorKind.READER_FAILED, "the connection to vpcd broke: " + e.getMessage())
                        .withCause(e);
            }
        }
    }

    private void serve(Bytes message) throws IOException {
        if (message.length() == 1) {
            switch (message.get(0)) {
                case 0, 1, 2 -> slot.reset();
                case 4 -> send(slot.atr().orElse(Bytes.EMPTY));
                default -> {}
            }
        } else if (!message.isEmpty()) {
            send(answer(message));
        }
    }

    /** A card that was taken out in this moment answers nothing, which the driver reports as a removed card. */
    private Bytes answer(Bytes command) {
        try {
            return slot.transmit(command);
        } catch (NfcException removed) {
            return Bytes.EMPTY;
        }
    }

    /** Reads exactly one message; false at the end of the stream between two. */
    private boolean receive() throws IOException {
        if (!fill(LENGTH_BYTES, true)) {
            return false;
        }
        int length = incoming.getShort() & 0xFFFF;
        return fill(length, false);
    }

    private boolean fill(int count, boolean mayEnd) throws IOException {
        incoming.clear().limit(count);
        while (incoming.hasRemaining()) {
            int read = socket.read(incoming);
            if (read < 0) {
                if (mayEnd && incoming.position() == 0) {
                    return false;
                }
                throw new EOFException("the driver hung up in the middle of a message");
            }
            acknowledgeAtOnce();
        }
        incoming.flip();
        return true;
    }

    /** The kernel leaves this mode by itself, so it is asked for after every read. */
    private void acknowledgeAtOnce() throws IOException {
        if (quickAckKnown) {
            socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        }
    }

    private void send(Bytes body) throws IOException {
        outgoing.clear();
        outgoing.putShort((short) body.length()).put(body.toArray()).flip();
        while (outgoing.hasRemaining()) {
            socket.write(outgoing);
        }
    }

    /** Takes the card out of the reader: the connection ends. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // the card is gone either way
        }
    }
}
