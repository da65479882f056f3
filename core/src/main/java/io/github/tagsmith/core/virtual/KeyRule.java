package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.apdu.StatusWord;
import java.util.Map;

/**
 * Which forms of load key a firmware takes, and what it answers to others.
 *
 * @param meaning what P2 says
 * @param slots for each P1 that it takes, how many key numbers there are
 * @param firstSlot the lowest key number
 * @param once whether a second load of the same number is answered with 0000
 * @param wrongStructure the answer to another P1
 * @param wrongNumber the answer to another P2
 * @param wrongLength the answer to a key of another length
 */
record KeyRule(
        P2Meaning meaning,
        Map<Integer, Integer> slots,
        int firstSlot,
        boolean once,
        StatusWord wrongStructure,
        StatusWord wrongNumber,
        StatusWord wrongLength) {

    /** What P2 of load key says. */
    enum P2Meaning {
        /** A key number. */
        SLOT,
        /** 60 or 61; there is one key of each type. */
        TYPE,
        /** A key number for key A; 10 more for key B. */
        SLOT_BY_TYPE
    }
}
