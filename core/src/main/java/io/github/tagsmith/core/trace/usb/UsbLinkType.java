package io.github.tagsmith.core.trace.usb;

import io.github.tagsmith.core.trace.capture.Packet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The link types that hold USB transfers, with their numbers in the tcpdump group's list. */
public final class UsbLinkType {

    /** usbmon of Linux with its two headers, USBPcap of Windows, the XHC20 interface of macOS. */
    private static final List<UsbLinkType> ALL = List.of(
            new UsbLinkType(220, new UsbmonHeader(64)),
            new UsbLinkType(189, new UsbmonHeader(48)),
            new UsbLinkType(249, new UsbPcapHeader()),
            new UsbLinkType(266, new DarwinHeader()));

    private final int number;
    private final UsbHeader header;

    private UsbLinkType(int number, UsbHeader header) {
        this.number = number;
        this.header = header;
    }

    /**
     * The type with that number.
     *
     * @param number of the tcpdump group's list
     * @return the type, or null if it holds no USB
     */
    public static @Nullable UsbLinkType of(int number) {
        for (int i = 0; i < ALL.size(); i++) {
            if (ALL.get(i).number == number) {
                return ALL.get(i);
            }
        }
        return null;
    }

    /**
     * Reads the header of a packet.
     *
     * @param packet the packet
     * @param record filled with it, if the packet is long enough
     * @return how many bytes the header has; more than the packet if that is too short
     */
    public int read(Packet packet, UsbRecord record) {
        if (packet.length() < header.smallest()) {
            return header.smallest();
        }
        return header.read(packet, record);
    }
}
