package io.github.tagsmith.core.trace.decode;

import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.trace.capture.CaptureException;
import io.github.tagsmith.core.trace.capture.CaptureFault;
import io.github.tagsmith.core.trace.capture.CaptureFormat;
import io.github.tagsmith.core.trace.capture.CaptureInterface;
import io.github.tagsmith.core.trace.capture.CaptureReader;
import io.github.tagsmith.core.trace.capture.Captures;
import io.github.tagsmith.core.trace.capture.FaultKind;
import io.github.tagsmith.core.trace.capture.Packet;
import io.github.tagsmith.core.trace.ccid.CcidDecoder;
import io.github.tagsmith.core.trace.ccid.UsbDevice;
import io.github.tagsmith.core.trace.exchange.ExchangeDecoder;
import io.github.tagsmith.core.trace.exchange.ExchangeListener;
import io.github.tagsmith.core.trace.usb.DeviceAddress;
import io.github.tagsmith.core.trace.usb.UsbLinkType;
import io.github.tagsmith.core.trace.usb.UsbRecord;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads a capture to its end, or to where it is damaged. */
public final class CaptureDecoder {

    private static final int EXPORTED_PDU = 252;

    private final ExchangeListener listener;
    private final CcidDecoder ccid;
    private final ApduLog log;
    private final UsbRecord record = new UsbRecord();
    private long packets;
    private OptionalLong firstTimeNs = OptionalLong.empty();
    private long lastTimeNs;

    /**
     * A decoder for one capture.
     *
     * @param listener takes what it finds, as it finds it
     * @param device the one device to look at, taken for a reader whatever it says; empty for all
     * @param slot the one slot to look at; empty for all
     */
    public CaptureDecoder(ExchangeListener listener, Optional<DeviceAddress> device, OptionalInt slot) {
        this.listener = listener;
        this.ccid = new CcidDecoder(new ExchangeDecoder(listener, slot), device);
        this.log = new ApduLog(listener);
    }

    /**
     * Reads a capture.
     *
     * @param in its bytes
     * @param beforeWait called before each read that may have to wait
     * @return what is to be said of it as a whole, with the fault that ended it early
     * @throws NfcException {@code FILE} if it cannot be read
     */
    public CaptureSummary decode(InputStream in, Runnable beforeWait) throws NfcException {
        CaptureReader reader = null;
        try {
            reader = Captures.open(in, beforeWait);
            if (isReadable(reader.format())) {
                readAll(reader);
            }
            return summary(reader, Optional.empty());
        } catch (CaptureException e) {
            log.end();
            return summary(reader, Optional.of(e.fault()));
        }
    }

    private void readAll(CaptureReader reader) throws NfcException {
        Packet packet = new Packet();
        while (reader.next(packet)) {
            take(packet);
        }
        log.end();
    }

    private void take(Packet packet) {
        packets++;
        if (firstTimeNs.isEmpty()) {
            firstTimeNs = OptionalLong.of(packet.timeNs());
            listener.start(packet.timeNs());
        }
        lastTimeNs = packet.timeNs();
        if (packet.isCut()) {
            listener.cutPacket(packet.number());
        }
        int linkType = packet.source().linkType();
        if (linkType == EXPORTED_PDU) {
            log.take(packet);
            return;
        }
        UsbLinkType usb = UsbLinkType.of(linkType);
        if (usb != null) {
            takeUsb(usb, packet);
        }
    }

    private void takeUsb(UsbLinkType usb, Packet packet) {
        int header = usb.read(packet, record);
        if (header <= packet.length()) {
            ccid.take(record, packet.number(), packet.timeNs());
        } else if (!packet.isCut()) {
            listener.fault(CaptureFault.in(
                    FaultKind.BAD_PACKET,
                    "packet " + packet.number() + " holds " + packet.length() + " bytes, less than the " + header
                            + " of its USB header",
                    packet.number()));
        }
    }

    private CaptureSummary summary(@Nullable CaptureReader reader, Optional<CaptureFault> fault) {
        Optional<CaptureFormat> format = reader == null ? Optional.empty() : Optional.of(reader.format());
        Optional<CaptureFault> end = fault.isPresent() || format.isEmpty() ? fault : unsupported(format.get());
        CaptureSummary summary = new CaptureSummary(
                format,
                packets,
                firstTimeNs,
                packets == 0 ? OptionalLong.empty() : OptionalLong.of(lastTimeNs),
                ccid.devices(),
                end);
        if (end.isEmpty()) {
            notice(summary);
        }
        return summary;
    }

    /** Whether anything can come of it: pcapng may describe another interface later. */
    private static boolean isReadable(CaptureFormat format) {
        return format.container() == CaptureFormat.Container.PCAPNG || hasKnownLinkType(format);
    }

    private static boolean hasKnownLinkType(CaptureFormat format) {
        for (CaptureInterface each : format.interfaces()) {
            if (each.linkType() == EXPORTED_PDU || UsbLinkType.of(each.linkType()) != null) {
                return true;
            }
        }
        return false;
    }

    private static Optional<CaptureFault> unsupported(CaptureFormat format) {
        if (format.interfaces().isEmpty() || hasKnownLinkType(format)) {
            return Optional.empty();
        }
        return Optional.of(CaptureFault.of(
                FaultKind.UNSUPPORTED_LINK_TYPE,
                "its packets are of link type " + format.interfaces().get(0).linkType()
                        + "; read are 189, 220, 249 and 266 (USB) and 252 (exported APDUs)"));
    }

    private static boolean hasReader(CaptureSummary summary) {
        for (UsbDevice device : summary.devices()) {
            if (device.detection().isPresent()) {
                return true;
            }
        }
        return false;
    }

    private void notice(CaptureSummary summary) {
        if (packets == 0) {
            listener.fault(CaptureFault.of(FaultKind.NO_PACKETS, "the capture holds no packets"));
        } else if (!log.isUsed() && !hasReader(summary)) {
            listener.fault(
                    CaptureFault.of(FaultKind.NO_CCID_DEVICE, "no CCID reader is among the devices of the capture"));
        }
    }
}
