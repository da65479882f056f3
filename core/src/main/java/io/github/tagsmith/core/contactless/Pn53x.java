package io.github.tagsmith.core.contactless;

import io.github.tagsmith.core.apdu.ApduChannel;
import io.github.tagsmith.core.apdu.ResponseApdu;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.dialect.CommandForm;
import io.github.tagsmith.core.dialect.Dialect;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;

/**
 * The PN53x chip behind the reader's pass-through, {@code FF 00 00 00 Lc D4 ...}. Commands are those of the PN532 user manual
 * (UM0701) section 7: the frame to the chip begins with D4 and the command, the answer with D5 and the command plus 1.
 */
public final class Pn53x {

    private static final int TO_CHIP = 0xD4;
    private static final int FROM_CHIP = 0xD5;
    private static final int GET_FIRMWARE_VERSION = 0x02;
    private static final int IN_DATA_EXCHANGE = 0x40;
    private static final int IN_LIST_PASSIVE_TARGET = 0x4A;
    private static final int ERROR_BITS = 0x3F;

    private final ApduChannel channel;
    private final CommandForm form;

    /**
     * The chip of a reader.
     *
     * @param channel a connection to the card
     * @param dialect the reader's dialect
     * @throws NfcException {@code REFUSED} if it has no pass-through
     */
    public Pn53x(ApduChannel channel, Dialect dialect) throws NfcException {
        this.channel = channel;
        this.form = dialect.passThrough().orElseThrow(() -> Refusal.lacking(dialect.id(), "PN53x pass-through"));
    }

    /**
     * Sends a command to the chip.
     *
     * @param command command code
     * @param data what follows it
     * @return what follows D5 and the command code in the answer
     * @throws NfcException {@code REFUSED} with the reader's status, {@code PROTOCOL} if the answer is another command's
     */
    public Bytes exchange(int command, Bytes data) throws NfcException {
        Bytes frame = Bytes.of(TO_CHIP, command).plus(data);
        ResponseApdu response =
                ResponseApdu.parse(channel.transmit(form.fill(Fill.data(frame).values())));
        if (!response.isOk()) {
            throw Refusal.of(response.sw(), "a PN53x command");
        }
        Bytes answer = response.data();
        if (answer.length() < 2 || answer.get(0) != FROM_CHIP || answer.get(1) != command + 1) {
            throw NfcException.protocol("the PN53x answered " + answer + " to command " + Bytes.of(command));
        }
        return answer.slice(2);
    }

    /**
     * Asks which chip it is.
     *
     * @return IC, version, revision, what it supports
     * @throws NfcException if it does not answer
     */
    public Bytes firmwareVersion() throws NfcException {
        return exchange(GET_FIRMWARE_VERSION, Bytes.EMPTY);
    }

    /**
     * Looks for one card of ISO 14443 A at 106 kbit/s.
     *
     * @return number of targets, then target number, ATQA (2), SAK, UID length, UID, for each
     * @throws NfcException if the chip does not answer
     */
    public Bytes listPassiveTarget() throws NfcException {
        return exchange(IN_LIST_PASSIVE_TARGET, Bytes.of(1, 0));
    }

    /**
     * Sends a command to the card.
     *
     * @param target the target's number
     * @param command the card's command
     * @return its answer
     * @throws NfcException {@code REFUSED} with the chip's error code
     */
    public Bytes dataExchange(int target, Bytes command) throws NfcException {
        Bytes answer = exchange(IN_DATA_EXCHANGE, Bytes.of(target).plus(command));
        if (answer.isEmpty() || (answer.get(0) & ERROR_BITS) != 0) {
            throw new NfcException(ErrorKind.REFUSED, "the PN53x reports error " + answer + " of the card's answer");
        }
        return answer.slice(1);
    }
}
