package io.github.tagsmith.core.trace.capture;

import java.util.Optional;

/**
 * What a capture was taken from.
 *
 * @param id its number in the file or section, from 0
 * @param linkType what its packets begin with, a number of the tcpdump group's list
 * @param snapLength the most bytes kept of a packet, 0 for all
 * @param clock the unit and zero of its time stamps
 * @param name its name, where the file has one
 */
public record CaptureInterface(int id, int linkType, long snapLength, TimeStamps clock, Optional<String> name) {

    static final CaptureInterface UNKNOWN = new CaptureInterface(0, -1, 0, TimeStamps.MICROSECONDS, Optional.empty());
}
