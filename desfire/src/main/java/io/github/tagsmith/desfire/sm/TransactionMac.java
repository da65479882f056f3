package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.crypto.Cmac;

/**
 * The MAC of EV2 and LRP sessions, bound to the transaction and the command's number.
 *
 * <pre>
 * command   MACt(command || CmdCtr || TI || header || data)
 * answer    MACt(status  || CmdCtr || TI || data)             CmdCtr has gone up by one
 * </pre>
 *
 * @param cmac the MAC under the session's MAC key
 * @param ti transaction identifier, 4 bytes
 * @param cmdCtr number of commands so far, 0 to FFFF; sent as 2 bytes, least significant first
 */
record TransactionMac(Cmac cmac, Bytes ti, int cmdCtr) {

    /** The length of TI, in bytes. */
    static final int TI_LENGTH = 4;

    private static final int LAST = 0xFFFF;

    /** The counter as it is sent, 2 bytes. */
    Bytes counter() {
        return Bytes.littleEndian(cmdCtr, 2);
    }

    /** The next command's number; the counter never starts over. */
    TransactionMac counted() throws NfcException {
        if (cmdCtr >= LAST) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "the session's command counter is at its end (FFFF)")
                    .withHint("authenticate again");
        }
        return new TransactionMac(cmac, ti, cmdCtr + 1);
    }

    /** The MAC behind a command byte or a status: 8 bytes. */
    Bytes of(int codeOrStatus, Bytes body) {
        return cmac.truncated(Bytes.concat(Bytes.of(codeOrStatus), counter(), ti, body));
    }

    /** An answer without its MAC, once that is right. */
    Bytes verified(int status, Bytes answer) throws NfcException {
        Bytes body = Integrity.withoutMac(answer, Cmac.TRUNCATED_LENGTH);
        Integrity.requireMac(answer, of(status, body));
        return body;
    }
}
