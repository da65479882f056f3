package io.github.tagsmith.core.trace.ccid;

import io.github.tagsmith.core.trace.capture.CaptureFault;
import io.github.tagsmith.core.trace.capture.FaultKind;
import io.github.tagsmith.core.trace.usb.DeviceAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The devices of a capture by address; an address is used again when a device has been unplugged. */
final class DeviceTable {

    /** More than there are on any machine; a damaged file may name millions. */
    private static final int MOST = 4096;

    private final CcidListener listener;
    private final Map<Integer, DeviceState> present = new HashMap<>();
    private final List<DeviceState> known = new ArrayList<>();
    private @Nullable DeviceState last;
    private int count;

    DeviceTable(CcidListener listener) {
        this.listener = listener;
    }

    /** The device at an address; null when there are too many already. */
    @Nullable
    DeviceState at(int bus, int address) {
        DeviceState recent = last;
        if (recent != null && recent.address().bus() == bus && recent.address().address() == address) {
            return recent;
        }
        DeviceState found = present.get(key(bus, address));
        if (found == null) {
            found = add(bus, address);
        }
        last = found;
        return found;
    }

    private @Nullable DeviceState add(int bus, int address) {
        if (count >= MOST) {
            if (count == MOST) {
                count++;
                listener.fault(CaptureFault.of(
                        FaultKind.TOO_MUCH, "there are more than " + MOST + " devices; the others are left out"));
            }
            return null;
        }
        DeviceState added = new DeviceState(new DeviceAddress(bus, address), listener, known);
        present.put(key(bus, address), added);
        count++;
        return added;
    }

    /** Another device has that address from now on. */
    void forget(int bus, int address) {
        last = null;
        present.remove(key(bus, address));
    }

    /** Notes who made a device; if that is not who made the one there so far, it is another device. */
    void identify(int bus, int address, DeviceIds ids) {
        DeviceState device = at(bus, address);
        if (device != null && device.ids() != null && !ids.equals(device.ids())) {
            forget(bus, address);
            device = at(bus, address);
        }
        if (device != null) {
            device.ids(ids);
        }
    }

    private static int key(int bus, int address) {
        return bus << 16 | address;
    }

    List<UsbDevice> all() {
        List<UsbDevice> devices = new ArrayList<>();
        for (DeviceState device : known) {
            devices.add(device.toDevice());
        }
        return devices;
    }
}
