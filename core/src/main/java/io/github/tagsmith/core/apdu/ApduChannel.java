package io.github.tagsmith.core.apdu;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;

/** Sends a command and returns its answer. Decorators of a channel are channels. */
@FunctionalInterface
public interface ApduChannel {

    /**
     * Sends bytes as they are.
     *
     * @param command what is sent: an APDU, or a native command of a card
     * @return what came back, status included
     * @throws NfcException if there is no answer
     */
    Bytes transmit(Bytes command) throws NfcException;

    /**
     * Sends a command APDU.
     *
     * @param command the command
     * @return the response, whatever its status
     * @throws NfcException if there is no answer, or one without a status word
     */
    default ResponseApdu transmit(CommandApdu command) throws NfcException {
        return ResponseApdu.parse(transmit(command.bytes()));
    }
}
