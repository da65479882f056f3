package io.github.tagsmith.core.trace.ccid;

import java.util.List;
import java.util.Optional;

/**
 * An interface of a device, from the configuration descriptor (USB 2.0 table 9-12).
 *
 * @param number bInterfaceNumber
 * @param alternate bAlternateSetting
 * @param interfaceClass bInterfaceClass; 0B is CCID
 * @param subclass bInterfaceSubClass
 * @param protocol bInterfaceProtocol
 * @param endpoints its endpoints, in order
 * @param ccid its CCID class descriptor, where it has one
 */
public record UsbInterface(
        int number,
        int alternate,
        int interfaceClass,
        int subclass,
        int protocol,
        List<UsbEndpoint> endpoints,
        Optional<CcidDescriptor> ccid) {

    private static final int SMART_CARD = 0x0B;

    /**
     * Copies the list.
     *
     * @param number bInterfaceNumber
     * @param alternate bAlternateSetting
     * @param interfaceClass bInterfaceClass
     * @param subclass bInterfaceSubClass
     * @param protocol bInterfaceProtocol
     * @param endpoints its endpoints
     * @param ccid its CCID class descriptor
     */
    public UsbInterface {
        endpoints = List.copyOf(endpoints);
    }

    /**
     * Whether it is a smart card reader.
     *
     * @return true for class 0B
     */
    public boolean isCcid() {
        return interfaceClass == SMART_CARD;
    }
}
