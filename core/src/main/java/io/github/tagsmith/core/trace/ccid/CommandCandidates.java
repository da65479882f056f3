package io.github.tagsmith.core.trace.ccid;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.trace.usb.UsbRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Transfers to a device without known descriptors that look like CCID commands, until one is answered like one: the device is
 * a reader then. Few are kept, so that a device which only looks like one costs nothing.
 */
final class CommandCandidates {

    private static final int KEPT = 16;
    private static final int FIRST_COMMAND = 0x61;
    private static final int LAST_COMMAND = 0x73;
    private static final int FIRST_ANSWER = 0x80;
    private static final int LAST_ANSWER = 0x84;

    private final Deque<Candidate> candidates = new ArrayDeque<>();

    /** A transfer that looks like a command. */
    record Candidate(int endpoint, long packet, long timeNs, Bytes data, boolean cut) {

        private boolean isAnsweredBy(UsbRecord answer) {
            return data.get(5) == answer.get(5) && data.get(6) == answer.get(6);
        }
    }

    /** Keeps a transfer to the device if it looks like a command. */
    void offer(UsbRecord record, long packet, long timeNs) {
        if (!hasShape(record, FIRST_COMMAND, LAST_COMMAND)) {
            return;
        }
        if (candidates.size() == KEPT) {
            candidates.removeFirst();
        }
        candidates.addLast(new Candidate(record.endpointNumber(), packet, timeNs, record.data(), record.isCut()));
    }

    /** The commands on the endpoint of the one that a transfer from the device answers, oldest first; or none. */
    List<Candidate> answeredBy(UsbRecord record) {
        if (candidates.isEmpty() || !hasShape(record, FIRST_ANSWER, LAST_ANSWER)) {
            return List.of();
        }
        for (Candidate candidate : candidates) {
            if (candidate.isAnsweredBy(record)) {
                List<Candidate> same = on(candidate.endpoint());
                candidates.clear();
                return same;
            }
        }
        return List.of();
    }

    private List<Candidate> on(int endpoint) {
        List<Candidate> same = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (candidate.endpoint() == endpoint) {
                same.add(candidate);
            }
        }
        return same;
    }

    private static boolean hasShape(UsbRecord record, int first, int last) {
        return record.length() >= CcidMessage.HEADER
                && record.get(0) >= first
                && record.get(0) <= last
                && CcidMessage.HEADER + MessageAssembler.dataLength(record) == record.wholeLength();
    }
}
