package io.github.tagsmith.classic;

import io.github.tagsmith.core.apdu.ApduChannel;
import io.github.tagsmith.core.apdu.CommandApdu;
import io.github.tagsmith.core.apdu.ResponseApdu;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;

/**
 * Cards that take a new block 0 by an APDU ("gen3"; peers.md section 1c, from Proxmark3). Which readers pass these APDUs on to a
 * card that is no ISO 14443-4 card is not known; it has been tried on none of them here.
 */
public final class MagicGen3 {

    private final ApduChannel channel;

    /**
     * The commands over a channel.
     *
     * @param channel a connection to the card
     */
    public MagicGen3(ApduChannel channel) {
        this.channel = channel;
    }

    /**
     * Writes block 0: {@code 90 F0 CC CC 10} and its bytes.
     *
     * @param block0 16 bytes
     * @throws NfcException {@code REFUSED} if the card does not take it
     */
    public void writeBlock0(Bytes block0) throws NfcException {
        send(CommandApdu.of(0x90, 0xF0, 0xCC, 0xCC).withData(block0), "the new block 0");
    }

    /**
     * Makes block 0 unchangeable, for good: {@code 90 FD 11 11 00}.
     *
     * @throws NfcException {@code REFUSED} if the card does not do it
     */
    public void lock() throws NfcException {
        send(CommandApdu.of(0x90, 0xFD, 0x11, 0x11).withNe(CommandApdu.MAX_SHORT_NE), "the lock of block 0");
    }

    private void send(CommandApdu command, String what) throws NfcException {
        ResponseApdu response = ResponseApdu.parse(channel.transmit(command.bytes()));
        if (!response.isOk()) {
            throw new NfcException(ErrorKind.REFUSED, "card or reader answered " + response.sw() + " to " + what)
                    .withCode(response.sw().value())
                    .withHint("It is no gen3 card, or the reader does not pass such commands on");
        }
    }
}
