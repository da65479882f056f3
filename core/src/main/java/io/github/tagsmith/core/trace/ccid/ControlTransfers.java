package io.github.tagsmith.core.trace.ccid;

import io.github.tagsmith.core.trace.usb.UsbRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Control transfers under way: the setup packet is in one record, what came back in another. */
final class ControlTransfers {

    /** More than are ever under way at once; what is left over has lost its end. */
    private static final int KEPT = 256;

    private final Map<Key, SetupPacket> underWay = new LinkedHashMap<>();

    /** Remembers a setup packet until its transfer ends. */
    void begin(UsbRecord record) {
        if (underWay.size() == KEPT) {
            underWay.remove(underWay.keySet().iterator().next());
        }
        underWay.put(key(record), new SetupPacket(record.setup()));
    }

    /** The setup packet of a transfer that ends, or null. */
    @Nullable
    SetupPacket end(UsbRecord record) {
        return underWay.remove(key(record));
    }

    private static Key key(UsbRecord record) {
        return new Key(record.bus(), record.device(), record.id());
    }

    private record Key(int bus, int device, long id) {

        /** Written out: what the compiler puts into a record costs a dozen generated classes when it is used first. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && bus == that.bus && device == that.device && id == that.id;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * bus + device) + Long.hashCode(id);
        }
    }
}
