package io.github.tagsmith.desfire.picc.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.model.DesfireStatus;

/**
 * The transaction identifier, the command counter, and the MACs over them, EV2 and LRP alike.
 *
 * <pre>
 * command   MACt(CMD || CmdCtr || TI || header || data)
 * answer    MACt(RC || CmdCtr || TI || data), the counter one higher
 * </pre>
 *
 * <p>Source: ev2-mac-full.json and lrp-auth.json of the vectors.
 *
 * @param cmac the CMAC under KSesAuthMAC
 * @param ti the transaction identifier, 4 bytes
 * @param value CmdCtr, 0 to FFFF; sent least significant byte first
 */
record CommandCounter(Cmac cmac, Bytes ti, int value) {

    private static final int LENGTH = 2;
    private static final int MASK = 0xFFFF;

    Bytes wire() {
        return Bytes.littleEndian(value, LENGTH);
    }

    CommandCounter next() {
        return new CommandCounter(cmac, ti, value + 1 & MASK);
    }

    Bytes macOf(ReceivedCommand command, Bytes data) {
        return mac(command.instruction().code(), command.header().plus(data));
    }

    Bytes macOf(DesfireStatus status, Bytes data) {
        return mac(status.code(), data);
    }

    private Bytes mac(int first, Bytes tail) {
        return cmac.truncated(Bytes.concat(Bytes.of(first), wire(), ti, tail));
    }
}
