package io.github.tagsmith.core.trace.ccid;

import org.jspecify.annotations.Nullable;

/**
 * The setup packet of a control transfer (USB 2.0 table 9-2).
 *
 * <pre>
 * 00 bmRequestType   01 bRequest   02 u16 wValue   04 u16 wIndex   06 u16 wLength
 * </pre>
 *
 * @param bits its 8 bytes as a little-endian number
 */
record SetupPacket(long bits) {

    private static final int GET_DESCRIPTOR = 0x0680;
    private static final int SET_ADDRESS = 0x0500;
    private static final int CLASS_TO_INTERFACE = 0x21;
    private static final int DIRECTION_MASK = 0x7F;
    private static final ControlRequest.Request[] CLASS_REQUESTS = ControlRequest.Request.values();

    private int requestTypeAndRequest() {
        return (int) (bits & 0xFFFF);
    }

    int value() {
        return (int) ((bits >> 16) & 0xFFFF);
    }

    /** The interface, of a request to one. */
    int interfaceNumber() {
        return (int) ((bits >> 32) & 0xFF);
    }

    boolean asksForDescriptor(int type) {
        return requestTypeAndRequest() == GET_DESCRIPTOR && value() >> 8 == type;
    }

    boolean setsAddress() {
        return requestTypeAndRequest() == SET_ADDRESS;
    }

    /** The CCID class request that it is, if its interface is CCID; or null. */
    ControlRequest.@Nullable Request classRequest() {
        int number = requestTypeAndRequest() >> 8;
        boolean toInterface = (requestTypeAndRequest() & DIRECTION_MASK) == CLASS_TO_INTERFACE;
        return toInterface && number >= 1 && number <= CLASS_REQUESTS.length ? CLASS_REQUESTS[number - 1] : null;
    }
}
