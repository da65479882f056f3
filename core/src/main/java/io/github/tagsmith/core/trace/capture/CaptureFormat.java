package io.github.tagsmith.core.trace.capture;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/**
 * What kind of file a capture is.
 *
 * @param container pcap or pcapng
 * @param order its byte order; of pcapng that of the first section
 * @param version the format's version, of pcap only
 * @param interfaces those seen so far
 * @param sections how many sections of pcapng were seen so far, 1 of pcap
 */
public record CaptureFormat(
        Container container,
        ByteOrder order,
        Optional<String> version,
        List<CaptureInterface> interfaces,
        int sections) {

    /** The two file formats. */
    public enum Container {
        /** The older, of libpcap. */
        PCAP,
        /** The newer, of blocks. */
        PCAPNG
    }

    /**
     * Copies the list.
     *
     * @param container pcap or pcapng
     * @param order its byte order
     * @param version the format's version
     * @param interfaces those seen so far
     * @param sections how many sections were seen so far
     */
    public CaptureFormat {
        interfaces = List.copyOf(interfaces);
    }
}
