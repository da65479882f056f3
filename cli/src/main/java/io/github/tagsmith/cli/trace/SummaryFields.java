package io.github.tagsmith.cli.trace;

import io.github.tagsmith.core.trace.capture.CaptureFormat;
import io.github.tagsmith.core.trace.capture.CaptureInterface;
import io.github.tagsmith.core.trace.ccid.CcidDescriptor;
import io.github.tagsmith.core.trace.ccid.UsbDevice;
import io.github.tagsmith.core.trace.ccid.UsbEndpoint;
import io.github.tagsmith.core.trace.ccid.UsbInterface;
import io.github.tagsmith.core.trace.decode.CaptureSummary;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON members of a capture as a whole: the format and the devices. */
final class SummaryFields {

    private SummaryFields() {}

    static List<Integer> linkTypes(CaptureFormat format) {
        return format.interfaces().stream()
                .map(CaptureInterface::linkType)
                .distinct()
                .toList();
    }

    /** All of the format but the list of cut packets. */
    static Map<String, @Nullable Object> format(CaptureFormat format, CaptureSummary summary) {
        boolean pcap = format.container() == CaptureFormat.Container.PCAP;
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("container", pcap ? "pcap" : "pcapng");
        fields.put("byteOrder", format.order() == ByteOrder.BIG_ENDIAN ? "big" : "little");
        if (pcap) {
            fields.put("tsUnit", format.interfaces().get(0).clock().unit());
            fields.put("version", format.version().orElse(null));
            fields.put("snaplen", format.interfaces().get(0).snapLength());
        }
        fields.put(
                "interfaces",
                format.interfaces().stream().map(each -> captured(each, pcap)).toList());
        if (!pcap) {
            fields.put("sections", format.sections());
        }
        fields.put("packets", summary.packets());
        summary.firstTimeNs().ifPresent(time -> fields.put("firstTimeNs", time));
        summary.lastTimeNs().ifPresent(time -> fields.put("lastTimeNs", time));
        return fields;
    }

    private static Map<String, Object> captured(CaptureInterface source, boolean pcap) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", source.id());
        fields.put("linkType", source.linkType());
        if (!pcap) {
            fields.put("snaplen", source.snapLength());
            fields.put("tsUnit", source.clock().unit());
            source.name().ifPresent(name -> fields.put("name", name));
        }
        return fields;
    }

    static List<Map<String, Object>> readers(CaptureSummary summary) {
        return summary.devices().stream()
                .filter(device -> device.detection().isPresent())
                .map(SummaryFields::reader)
                .toList();
    }

    static List<Map<String, Object>> others(CaptureSummary summary) {
        return summary.devices().stream()
                .filter(device -> device.detection().isEmpty())
                .map(SummaryFields::device)
                .toList();
    }

    private static Map<String, Object> device(UsbDevice device) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("bus", device.address().bus());
        fields.put("address", device.address().address());
        device.ids().ifPresent(ids -> {
            fields.put("vid", hex(ids.vendor(), 4));
            fields.put("pid", hex(ids.product(), 4));
        });
        return fields;
    }

    private static Map<String, Object> reader(UsbDevice device) {
        Map<String, Object> fields = device(device);
        device.ids().ifPresent(ids -> fields.put("bcdDevice", hex(ids.release(), 4)));
        if (!device.interfaces().isEmpty()) {
            fields.put(
                    "interfaces",
                    device.interfaces().stream()
                            .map(SummaryFields::usbInterface)
                            .toList());
        }
        device.detection().ifPresent(how -> fields.put("detectedBy", how.name().toLowerCase(Locale.ROOT)));
        return fields;
    }

    private static Map<String, Object> usbInterface(UsbInterface each) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("number", each.number());
        fields.put("alt", each.alternate());
        fields.put("cls", hex(each.interfaceClass(), 2));
        fields.put("subclass", hex(each.subclass(), 2));
        fields.put("protocol", hex(each.protocol(), 2));
        fields.put(
                "endpoints",
                each.endpoints().stream().map(SummaryFields::endpoint).toList());
        each.ccid().ifPresent(descriptor -> fields.put("ccid", ccid(descriptor)));
        return fields;
    }

    private static Map<String, Object> endpoint(UsbEndpoint endpoint) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("address", hex(endpoint.address(), 2));
        fields.put("type", endpoint.type().name().toLowerCase(Locale.ROOT));
        fields.put("maxPacket", endpoint.maxPacket());
        return fields;
    }

    private static Map<String, Object> ccid(CcidDescriptor descriptor) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("bcdCCID", descriptor.version());
        fields.put("maxSlotIndex", descriptor.number(0x04, 1));
        fields.put("voltageSupport", hex(descriptor.number(0x05, 1), 2));
        fields.put("protocols", protocols(descriptor));
        fields.put("defaultClockKHz", descriptor.number(0x0A, 4));
        fields.put("maxClockKHz", descriptor.number(0x0E, 4));
        fields.put("dataRate", descriptor.number(0x13, 4));
        fields.put("maxDataRate", descriptor.number(0x17, 4));
        fields.put("maxIFSD", descriptor.number(0x1C, 4));
        fields.put("features", hex(descriptor.number(0x28, 4), 8));
        fields.put("exchangeLevel", descriptor.level().id());
        fields.put("maxMessageLength", descriptor.maxMessageLength());
        fields.put("lcdLayout", hex(descriptor.number(0x32, 2), 4));
        fields.put("pinSupport", hex(descriptor.number(0x34, 1), 2));
        fields.put("maxBusySlots", descriptor.number(0x35, 1));
        return fields;
    }

    private static List<String> protocols(CcidDescriptor descriptor) {
        List<String> protocols = new ArrayList<>();
        for (int protocol = 0; protocol <= 1; protocol++) {
            if (descriptor.speaks(protocol)) {
                protocols.add("T=" + protocol);
            }
        }
        return protocols;
    }

    private static String hex(long value, int digits) {
        return String.format("%0" + digits + "X", value);
    }
}
