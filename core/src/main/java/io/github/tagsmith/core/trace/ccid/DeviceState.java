package io.github.tagsmith.core.trace.ccid;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.trace.ccid.UsbDevice.Detection;
import io.github.tagsmith.core.trace.usb.DeviceAddress;
import io.github.tagsmith.core.trace.usb.TransferType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What is known of the device at an address: descriptors, and which endpoints speak CCID. */
final class DeviceState {

    private static final int ENDPOINTS = 16;

    private final DeviceAddress address;
    private final CcidListener listener;
    private final Collection<DeviceState> known;
    private boolean isKnown;
    private final @Nullable CcidPipe[] out = new @Nullable CcidPipe[ENDPOINTS];
    private final @Nullable CcidPipe[] in = new @Nullable CcidPipe[ENDPOINTS];
    private final @Nullable CcidInterface[] interrupt = new @Nullable CcidInterface[ENDPOINTS];
    private final CommandCandidates candidates = new CommandCandidates();
    private @Nullable DeviceIds ids;
    private Bytes configuration = Bytes.EMPTY;
    private List<UsbInterface> interfaces = List.of();
    private @Nullable Detection detection;
    private @Nullable CcidPipe forced;

    /**
     * A device of which nothing is known yet.
     *
     * @param address where it is
     * @param listener takes what is said to it and by it, if it is a reader
     * @param known takes it when something is known of it
     */
    DeviceState(DeviceAddress address, CcidListener listener, Collection<DeviceState> known) {
        this.address = address;
        this.listener = listener;
        this.known = known;
    }

    private void becomeKnown() {
        if (!isKnown) {
            isKnown = true;
            known.add(this);
        }
    }

    DeviceAddress address() {
        return address;
    }

    @Nullable
    DeviceIds ids() {
        return ids;
    }

    void ids(DeviceIds found) {
        ids = found;
        becomeKnown();
    }

    CommandCandidates candidates() {
        return candidates;
    }

    boolean isFoundByDescriptor() {
        return detection == Detection.DESCRIPTOR;
    }

    @Nullable
    CcidPipe pipe(boolean isIn, int endpoint) {
        return (isIn ? in : out)[endpoint];
    }

    @Nullable
    CcidInterface interrupt(int endpoint) {
        return interrupt[endpoint];
    }

    /** The CCID interface of that number, or null. */
    @Nullable
    CcidInterface ccid(int number) {
        for (CcidPipe pipe : out) {
            if (pipe != null && pipe.source().number().equals(OptionalInt.of(number))) {
                return pipe.source();
            }
        }
        return null;
    }

    /** Takes a configuration; its CCID interfaces speak from now on. The host may ask for it several times. */
    void configure(Bytes descriptor) throws NfcException {
        if (descriptor.equals(configuration)) {
            return;
        }
        interfaces = ConfigurationDescriptor.parse(descriptor);
        configuration = descriptor;
        becomeKnown();
        for (UsbInterface each : interfaces) {
            if (each.isCcid()) {
                bind(each);
            }
        }
    }

    private void bind(UsbInterface found) {
        UsbEndpoint bulkOut = endpoint(found, TransferType.BULK, false);
        UsbEndpoint bulkIn = endpoint(found, TransferType.BULK, true);
        if (bulkOut == null || bulkIn == null) {
            return;
        }
        CcidInterface source = new CcidInterface(address, OptionalInt.of(found.number()), found.ccid());
        CcidPipe pipe = new CcidPipe(source, bulkOut.maxPacket(), bulkIn.maxPacket(), listener);
        out[bulkOut.number()] = pipe;
        in[bulkIn.number()] = pipe;
        UsbEndpoint events = endpoint(found, TransferType.INTERRUPT, true);
        if (events != null) {
            interrupt[events.number()] = source;
        }
        detection = Detection.DESCRIPTOR;
    }

    private static @Nullable UsbEndpoint endpoint(UsbInterface found, TransferType type, boolean isIn) {
        for (UsbEndpoint endpoint : found.endpoints()) {
            if (endpoint.type() == type && endpoint.isIn() == isIn) {
                return endpoint;
            }
        }
        return null;
    }

    /** Takes two endpoints for those of a reader, because of what they say. */
    CcidPipe recognise(int endpointOut, int endpointIn) {
        CcidPipe pipe = unnamedPipe();
        out[endpointOut] = pipe;
        in[endpointIn] = pipe;
        detection = Detection.HEURISTIC;
        becomeKnown();
        return pipe;
    }

    /** Takes an endpoint for that of a reader, because somebody said so. */
    CcidPipe force(boolean isIn, int endpoint) {
        CcidPipe pipe = forced;
        if (pipe == null) {
            pipe = unnamedPipe();
            forced = pipe;
        }
        (isIn ? in : out)[endpoint] = pipe;
        detection = Detection.FORCED;
        becomeKnown();
        return pipe;
    }

    private CcidPipe unnamedPipe() {
        return new CcidPipe(new CcidInterface(address, OptionalInt.empty(), Optional.empty()), 0, 0, listener);
    }

    UsbDevice toDevice() {
        return new UsbDevice(address, Optional.ofNullable(ids), interfaces, Optional.ofNullable(detection));
    }
}
