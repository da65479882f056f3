package io.github.tagsmith.core.pcsc;

import io.github.tagsmith.core.reader.Disposition;
import io.github.tagsmith.core.reader.Protocol;
import io.github.tagsmith.core.reader.ShareMode;

/** The numbers of {@code winscard.h} for the neutral enumerations. */
final class PcscNumbers {

    private static final long PROTOCOL_T0 = 1;
    private static final long PROTOCOL_T1 = 2;
    private static final long PROTOCOL_RAW = 4;

    private PcscNumbers() {}

    static long of(ShareMode mode) {
        return switch (mode) {
            case EXCLUSIVE -> 1;
            case SHARED -> 2;
            case DIRECT -> 3;
        };
    }

    static long of(Disposition disposition) {
        return switch (disposition) {
            case LEAVE -> 0;
            case RESET -> 1;
            case UNPOWER -> 2;
            case EJECT -> 3;
        };
    }

    static long protocolsFor(ShareMode mode) {
        return mode == ShareMode.DIRECT ? 0 : PROTOCOL_T0 | PROTOCOL_T1;
    }

    static Protocol protocol(long active) {
        if (active == PROTOCOL_T0) {
            return Protocol.T0;
        }
        if (active == PROTOCOL_T1) {
            return Protocol.T1;
        }
        return active == PROTOCOL_RAW ? Protocol.RAW : Protocol.NONE;
    }
}
