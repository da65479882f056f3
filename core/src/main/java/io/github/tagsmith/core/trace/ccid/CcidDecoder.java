package io.github.tagsmith.core.trace.ccid;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.trace.capture.CaptureFault;
import io.github.tagsmith.core.trace.capture.FaultKind;
import io.github.tagsmith.core.trace.usb.DeviceAddress;
import io.github.tagsmith.core.trace.usb.TransferType;
import io.github.tagsmith.core.trace.usb.UsbRecord;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the readers among USB transfers and what they say. One pass, bounded memory. */
public final class CcidDecoder {

    private static final int DEVICE_DESCRIPTOR = 1;
    private static final int IDS_END = 14;

    private final CcidListener listener;
    private final Optional<DeviceAddress> forced;
    private final DeviceTable devices;
    private final ControlTransfers controls = new ControlTransfers();
    private long packet;
    private long timeNs;

    /**
     * A decoder that knows no device yet.
     *
     * @param listener takes what it finds
     * @param forced the one device to look at, taken for a reader whatever it says; empty for all
     */
    public CcidDecoder(CcidListener listener, Optional<DeviceAddress> forced) {
        this.listener = listener;
        this.forced = forced;
        this.devices = new DeviceTable(listener);
    }

    /**
     * The devices seen so far of which more than the address is known.
     *
     * @return in the order in which they turned up
     */
    public List<UsbDevice> devices() {
        return devices.all();
    }

    /**
     * Takes the next transfer.
     *
     * @param record the transfer
     * @param number the packet's number
     * @param time nanoseconds since 1970
     */
    public void take(UsbRecord record, long number, long time) {
        packet = number;
        timeNs = time;
        if (record.type() == TransferType.BULK) {
            if (record.wholeLength() > 0 && record.isSubmitted() != record.isIn()) {
                takeBulk(record);
            }
        } else if (record.type() == TransferType.CONTROL) {
            takeControl(record);
        } else if (record.type() == TransferType.INTERRUPT) {
            if (!record.isSubmitted() && record.isIn() && record.length() > 0) {
                takeInterrupt(record);
            }
        }
    }

    private void takeBulk(UsbRecord record) {
        DeviceState device = devices.at(record.bus(), record.device());
        if (device == null || isLeftOut(device)) {
            return;
        }
        CcidPipe pipe = device.pipe(record.isIn(), record.endpointNumber());
        if (pipe == null && forced.isPresent() && !device.isFoundByDescriptor()) {
            pipe = device.force(record.isIn(), record.endpointNumber());
        }
        if (pipe != null) {
            pipe.take(record, packet, timeNs);
        } else if (!device.isFoundByDescriptor()) {
            lookForReader(device, record);
        }
    }

    private boolean isLeftOut(DeviceState device) {
        return forced.isPresent() && !forced.get().equals(device.address());
    }

    private void lookForReader(DeviceState device, UsbRecord record) {
        if (!record.isIn()) {
            device.candidates().offer(record, packet, timeNs);
            return;
        }
        List<CommandCandidates.Candidate> commands = device.candidates().answeredBy(record);
        if (commands.isEmpty()) {
            return;
        }
        CcidPipe pipe = device.recognise(commands.get(0).endpoint(), record.endpointNumber());
        for (CommandCandidates.Candidate command : commands) {
            Bytes data = command.data();
            pipe.message(
                    List.of(command.packet()),
                    command.timeNs(),
                    data.slice(0, CcidMessage.HEADER),
                    data.slice(CcidMessage.HEADER),
                    command.cut());
        }
        pipe.take(record, packet, timeNs);
    }

    private void takeInterrupt(UsbRecord record) {
        DeviceState device = devices.at(record.bus(), record.device());
        CcidInterface source = device == null || isLeftOut(device) ? null : device.interrupt(record.endpointNumber());
        if (source != null && !record.isCut()) {
            Bytes raw = record.data();
            if (CcidNotification.isOne(raw)) {
                listener.notification(new CcidNotification(source, packet, timeNs, raw));
            }
        }
    }

    private void takeControl(UsbRecord record) {
        if (record.hasSetup()) {
            controls.begin(record);
            return;
        }
        SetupPacket setup = record.isSubmitted() ? null : controls.end(record);
        if (setup == null) {
            return;
        }
        if (setup.setsAddress()) {
            devices.forget(record.bus(), setup.value());
            return;
        }
        DeviceState device = devices.at(record.bus(), record.device());
        if (device == null) {
            return;
        }
        if (setup.asksForDescriptor(DEVICE_DESCRIPTOR)) {
            takeDeviceDescriptor(record);
        } else if (setup.asksForDescriptor(ConfigurationDescriptor.TYPE)) {
            takeConfiguration(device, record);
        } else {
            takeClassRequest(device, setup, record);
        }
    }

    private void takeDeviceDescriptor(UsbRecord record) {
        if (record.length() < IDS_END || record.get(1) != DEVICE_DESCRIPTOR) {
            return;
        }
        DeviceIds ids = new DeviceIds(u16(record, 8), u16(record, 10), u16(record, 12));
        devices.identify(record.bus(), record.device(), ids);
    }

    private static int u16(UsbRecord record, int offset) {
        return record.get(offset) | record.get(offset + 1) << 8;
    }

    private void takeConfiguration(DeviceState device, UsbRecord record) {
        if (record.length() < ConfigurationDescriptor.HEADER || record.get(1) != ConfigurationDescriptor.TYPE) {
            return;
        }
        Bytes bytes = record.data();
        int total = ConfigurationDescriptor.totalLength(bytes);
        if (bytes.length() < total || total < ConfigurationDescriptor.HEADER) {
            return;
        }
        try {
            device.configure(bytes.slice(0, total));
        } catch (NfcException e) {
            listener.fault(CaptureFault.in(
                    FaultKind.BAD_DESCRIPTOR,
                    "the configuration of device " + device.address() + " in packet " + packet + " is damaged: "
                            + e.getMessage(),
                    packet));
        }
    }

    private void takeClassRequest(DeviceState device, SetupPacket setup, UsbRecord record) {
        ControlRequest.@Nullable Request request = setup.classRequest();
        CcidInterface source = request == null ? null : device.ccid(setup.interfaceNumber());
        if (request != null && source != null && !isLeftOut(device)) {
            listener.control(
                    new ControlRequest(source, packet, request, record.status(), setup.value(), record.data(), timeNs));
        }
    }
}
