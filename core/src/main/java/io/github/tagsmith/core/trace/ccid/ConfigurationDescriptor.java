package io.github.tagsmith.core.trace.ccid;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.trace.usb.TransferType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A configuration descriptor with all that follows it (USB 2.0 section 9.6.3): a row of descriptors, each length, type, body.
 *
 * <pre>
 * configuration 2   02 u16 wTotalLength
 * interface 4       02 number   03 alternate   04 endpoints   05 class   06 subclass   07 protocol
 * endpoint 5        02 address   03 attributes   04 u16 wMaxPacketSize
 * CCID 21, 36h long, after an interface of class 0B (a HID descriptor has the same type)
 * </pre>
 */
final class ConfigurationDescriptor {

    static final int TYPE = 2;
    static final int HEADER = 9;

    private static final int INTERFACE = 4;
    private static final int ENDPOINT = 5;
    private static final int CLASS_SPECIFIC = 0x21;

    private final List<UsbInterface> interfaces = new ArrayList<>();

    private ConfigurationDescriptor() {}

    /** How long all of it is, according to its first bytes. */
    static int totalLength(Bytes start) {
        return start.get(2) | start.get(3) << 8;
    }

    /** The interfaces in it; throws with the offset of what contradicts itself. */
    static List<UsbInterface> parse(Bytes bytes) throws NfcException {
        ConfigurationDescriptor walk = new ConfigurationDescriptor();
        int at = 0;
        while (at < bytes.length()) {
            int length = bytes.get(at);
            if (length < 2 || at + length > bytes.length()) {
                throw NfcException.malformed("the descriptor at offset " + at + " claims " + length + " bytes, "
                        + (bytes.length() - at) + " are left");
            }
            walk.add(bytes.slice(at, at + length));
            at += length;
        }
        return walk.interfaces;
    }

    private void add(Bytes descriptor) {
        int type = descriptor.get(1);
        int length = descriptor.length();
        if (type == INTERFACE && length >= 9) {
            interfaces.add(new UsbInterface(
                    descriptor.get(2),
                    descriptor.get(3),
                    descriptor.get(5),
                    descriptor.get(6),
                    descriptor.get(7),
                    List.of(),
                    Optional.empty()));
        } else if (interfaces.isEmpty()) {
            return;
        } else if (type == ENDPOINT && length >= 7) {
            addEndpoint(new UsbEndpoint(
                    descriptor.get(2),
                    TransferType.ofEndpoint(descriptor.get(3)),
                    descriptor.get(4) | descriptor.get(5) << 8));
        } else if (type == CLASS_SPECIFIC && length == CcidDescriptor.LENGTH && last().isCcid()) {
            replaceLast(last().endpoints(), Optional.of(new CcidDescriptor(descriptor)));
        }
    }

    private void addEndpoint(UsbEndpoint endpoint) {
        List<UsbEndpoint> endpoints = new ArrayList<>(last().endpoints());
        endpoints.add(endpoint);
        replaceLast(endpoints, last().ccid());
    }

    private UsbInterface last() {
        return interfaces.get(interfaces.size() - 1);
    }

    private void replaceLast(List<UsbEndpoint> endpoints, Optional<CcidDescriptor> ccid) {
        UsbInterface old = last();
        interfaces.set(
                interfaces.size() - 1,
                new UsbInterface(
                        old.number(),
                        old.alternate(),
                        old.interfaceClass(),
                        old.subclass(),
                        old.protocol(),
                        endpoints,
                        ccid));
    }
}
