package io.github.tagsmith.core.trace.decode;

import io.github.tagsmith.core.trace.capture.CaptureFault;
import io.github.tagsmith.core.trace.capture.CaptureFormat;
import io.github.tagsmith.core.trace.ccid.UsbDevice;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is to be said of a capture as a whole, when it has been read.
 *
 * @param format what kind of file it is; unknown if it is none
 * @param packets how many packets were read
 * @param firstTimeNs when the first was captured, nanoseconds since 1970
 * @param lastTimeNs when the last was captured
 * @param devices the devices of which more than the address is known, readers and others
 * @param end the fault that ended the reading early
 */
public record CaptureSummary(
        Optional<CaptureFormat> format,
        long packets,
        OptionalLong firstTimeNs,
        OptionalLong lastTimeNs,
        List<UsbDevice> devices,
        Optional<CaptureFault> end) {}
