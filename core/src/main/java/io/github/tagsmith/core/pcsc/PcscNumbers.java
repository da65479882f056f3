package io.github.tagsmith.core.pcsc;

import io.github.tagsmith.core.pcsc.nat.Abi;
import io.github.tagsmith.core.reader.CardStatus.State;
import io.github.tagsmith.core.reader.Disposition;
import io.github.tagsmith.core.reader.Protocol;
import io.github.tagsmith.core.reader.ShareMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The numbers of {@code winscard.h} for the neutral enumerations. */
final class PcscNumbers {

    private static final long PROTOCOL_T0 = 1;
    private static final long PROTOCOL_T1 = 2;

    /** SCARD_ABSENT and what follows it. */
    private static final List<State> STATES = List.of(State.values());

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

    static long of(Protocol protocol, Abi abi) {
        return switch (protocol) {
            case T0 -> PROTOCOL_T0;
            case T1 -> PROTOCOL_T1;
            case RAW -> abi.rawProtocol();
            case NONE -> 0;
        };
    }

    static long mask(Set<Protocol> protocols, Abi abi) {
        long mask = 0;
        for (Protocol protocol : protocols) {
            mask |= of(protocol, abi);
        }
        return mask;
    }

    static Protocol protocol(long active, Abi abi) {
        for (Protocol protocol : Protocol.values()) {
            if (protocol != Protocol.NONE && of(protocol, abi) == active) {
                return protocol;
            }
        }
        return Protocol.NONE;
    }

    /** SCardStatus reports a mask, and on Windows one number, 0 for unknown. */
    static Set<State> states(long reported, Abi abi) {
        Set<State> states = EnumSet.noneOf(State.class);
        for (int i = 0; i < STATES.size(); i++) {
            boolean holds = abi == Abi.WINDOWS ? reported == i + 1 : (reported >> (i + 1) & 1) != 0;
            if (holds) {
                states.add(STATES.get(i));
            }
        }
        return states;
    }
}
