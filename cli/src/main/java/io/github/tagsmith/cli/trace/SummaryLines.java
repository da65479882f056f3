package io.github.tagsmith.cli.trace;

import io.github.tagsmith.core.bytes.Hex;
import io.github.tagsmith.core.trace.ccid.DeviceIds;
import io.github.tagsmith.core.trace.ccid.UsbDevice;
import io.github.tagsmith.core.trace.ccid.UsbDevice.Detection;
import io.github.tagsmith.core.trace.ccid.UsbInterface;
import io.github.tagsmith.core.trace.decode.CaptureSummary;
import java.util.Map;
import java.util.Optional;

/** What is to be said at the end of a capture. */
final class SummaryLines {

    private static final Map<Detection, String> FOUND = Map.of(
            Detection.DESCRIPTOR,
            ", found by descriptor",
            Detection.HEURISTIC,
            ", found by the shape of its traffic",
            Detection.FORCED,
            ", taken for one as asked");

    private SummaryLines() {}

    static void append(StringBuilder lines, CaptureSummary summary, long apdus, long incomplete, long cutPackets) {
        for (UsbDevice device : summary.devices()) {
            if (device.detection().isPresent()) {
                lines.append("reader ").append(device.address());
                lines.append(ids(device.ids()))
                        .append(FOUND.get(device.detection().get()));
                lines.append(levels(device)).append('\n');
            }
        }
        lines.append(summary.packets()).append(" packets, ").append(apdus).append(" APDUs");
        if (incomplete > 0) {
            lines.append(", ").append(incomplete).append(" incomplete");
        }
        if (cutPackets > 0) {
            lines.append(", ").append(cutPackets).append(" packets cut by the capture's snap length");
        }
        lines.append('\n');
    }

    private static String ids(Optional<DeviceIds> ids) {
        return ids.isEmpty()
                ? ""
                : " " + Hex.ofShort(ids.get().vendor()) + ":"
                        + Hex.ofShort(ids.get().product());
    }

    private static String levels(UsbDevice device) {
        StringBuilder levels = new StringBuilder();
        for (UsbInterface each : device.interfaces()) {
            if (each.ccid().isPresent()) {
                levels.append(levels.length() == 0 ? ", exchanges " : " and ")
                        .append(each.ccid().get().level().id());
            }
        }
        return levels.toString();
    }
}
