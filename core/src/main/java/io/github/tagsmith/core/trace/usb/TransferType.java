package io.github.tagsmith.core.trace.usb;

/** The four kinds of USB transfer, in the order in which usbmon and USBPcap number them. */
public enum TransferType {
    /** Isochronous: sound and pictures. */
    ISOCHRONOUS,
    /** Interrupt: small messages of the device. */
    INTERRUPT,
    /** Control: descriptors and class requests. */
    CONTROL,
    /** Bulk: everything else. */
    BULK;

    private static final TransferType[] BY_NUMBER = values();
    private static final TransferType[] BY_DARWIN_NUMBER = {CONTROL, ISOCHRONOUS, BULK, INTERRUPT};

    static TransferType of(int number) {
        return BY_NUMBER[number & 3];
    }

    /** As macOS and endpoint descriptors (USB 2.0 table 9-13, bits 0 and 1 of bmAttributes) number them. */
    static TransferType ofDarwin(int number) {
        return BY_DARWIN_NUMBER[number & 3];
    }

    /**
     * The type of an endpoint.
     *
     * @param attributes bmAttributes of its descriptor (USB 2.0 table 9-13)
     * @return the type
     */
    public static TransferType ofEndpoint(int attributes) {
        return ofDarwin(attributes);
    }
}
