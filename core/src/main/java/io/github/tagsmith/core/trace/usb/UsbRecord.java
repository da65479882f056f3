package io.github.tagsmith.core.trace.usb;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.trace.capture.Packet;
import java.nio.ByteBuffer;

/**
 * One step of a USB transfer: handed to the host controller, or given back by it. A view of a packet, filled anew for each and
 * valid as long as the packet is.
 */
public final class UsbRecord {

    private static final int ENDPOINT_NUMBER = 0x0F;
    private static final int ENDPOINT_IN = 0x80;
    private static final int SETUP_SIZE = 8;

    long id;
    boolean submitted;
    TransferType type = TransferType.CONTROL;
    int endpoint;
    int device;
    int bus;
    int status;
    boolean hasSetup;
    long setup;
    ByteBuffer bytes = ByteBuffer.allocate(0);
    int start;
    int length;
    long wholeLength;

    /** An empty one, to be filled by a {@link UsbLinkType}. */
    public UsbRecord() {}

    /**
     * What the two steps of a transfer have in common.
     *
     * @return the URB's, IRP's or I/O's number; used again later
     */
    public long id() {
        return id;
    }

    /**
     * Which step it is.
     *
     * @return true on the way down to the device, false on the way back
     */
    public boolean isSubmitted() {
        return submitted;
    }

    /**
     * The kind of transfer.
     *
     * @return the type
     */
    public TransferType type() {
        return type;
    }

    /**
     * The endpoint without its direction.
     *
     * @return 0 to 15
     */
    public int endpointNumber() {
        return endpoint & ENDPOINT_NUMBER;
    }

    /**
     * The direction of the endpoint.
     *
     * @return true from the device to the host
     */
    public boolean isIn() {
        return (endpoint & ENDPOINT_IN) != 0;
    }

    /**
     * The device's address.
     *
     * @return 0 before it has one, to 127 (USBPcap: 65535)
     */
    public int device() {
        return device;
    }

    /**
     * The bus.
     *
     * @return its number
     */
    public int bus() {
        return bus;
    }

    /**
     * How the transfer went.
     *
     * @return 0 if well, else a number of the operating system
     */
    public int status() {
        return status;
    }

    /**
     * Whether the setup packet is known.
     *
     * @return true for the submission of a control transfer
     */
    public boolean hasSetup() {
        return hasSetup;
    }

    /**
     * The 8 bytes of the setup packet (USB 2.0 table 9-2) as a little-endian number: bmRequestType is the lowest byte, then
     * bRequest, wValue, wIndex, wLength.
     *
     * @return the number; without a meaning unless {@link #hasSetup}
     */
    public long setup() {
        return setup;
    }

    /**
     * The window in which the data lies.
     *
     * @return bytes, of which those from {@link #start} on, {@link #length} of them, are the data
     */
    public ByteBuffer bytes() {
        return bytes;
    }

    /**
     * Where the data starts.
     *
     * @return the index in {@link #bytes}
     */
    public int start() {
        return start;
    }

    /**
     * How much of the data was captured.
     *
     * @return in bytes
     */
    public int length() {
        return length;
    }

    /**
     * How much data there was.
     *
     * @return in bytes, {@link #length} unless the packet is cut
     */
    public long wholeLength() {
        return wholeLength;
    }

    /**
     * Whether a part of the data was left out of the capture.
     *
     * @return true if so
     */
    public boolean isCut() {
        return wholeLength > length;
    }

    /**
     * A byte of the data.
     *
     * @param index from 0 to less than {@link #length}
     * @return 0 to 255
     */
    public int get(int index) {
        return Byte.toUnsignedInt(bytes.get(start + index));
    }

    /**
     * A copy of the data.
     *
     * @return as much as was captured
     */
    public Bytes data() {
        byte[] copy = new byte[length];
        bytes.get(start, copy);
        return Bytes.of(copy);
    }

    /** Takes what follows the header of a packet as data. */
    void payload(Packet packet, int header) {
        bytes = packet.bytes();
        start = packet.start() + header;
        length = packet.length() - header;
        wholeLength = Math.max(length, packet.originalLength() - header);
    }

    /** The same where the setup packet, if there is to be one, is between the two. */
    void payload(Packet packet, int header, boolean withSetup) {
        hasSetup = withSetup && packet.length() >= header + SETUP_SIZE;
        if (hasSetup) {
            setup = LittleEndian.s64(packet.bytes(), packet.start() + header);
        }
        payload(packet, hasSetup ? header + SETUP_SIZE : header);
    }
}
