package io.github.tagsmith.core.contactless;

import io.github.tagsmith.core.apdu.ApduChannel;
import io.github.tagsmith.core.apdu.CommandApdu;
import io.github.tagsmith.core.apdu.ResponseApdu;
import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.dialect.Dialect;
import io.github.tagsmith.core.error.NfcException;
import java.time.Duration;
import java.util.Optional;

/**
 * A transparent session of PC/SC part 3 amendment 1 (as in the ACM1252U-Y3 manual, section 5.2.3): frames go to the card as
 * they are.
 *
 * <pre>
 * manage session         FF C2 00 00   81 00 start, 82 00 end
 * transparent exchange   FF C2 00 01   90 02 flags, 91 01 bits, 5F 46 04 microseconds (LSB first), 95 transceive
 * switch protocol        FF C2 00 02   8F 02 type layer
 * answer                 C0 03 number of the bad object, SW1 SW2; 92 01 bits, 97 answer of the card
 * </pre>
 */
public final class TransparentSession implements AutoCloseable {

    private static final int MANAGE = 0x00;
    private static final int EXCHANGE = 0x01;
    private static final int SWITCH = 0x02;
    private static final Bytes START = Bytes.of(0x81, 0x00);
    private static final Bytes END = Bytes.of(0x82, 0x00);
    private static final int ERROR_STATUS = 0xC0;
    private static final int CARD_ANSWER = 0x97;
    private static final int TRANSCEIVE = 0x95;
    private static final int SHORT_LENGTH = 0x7F;

    private final ApduChannel channel;

    /**
     * Starts a session.
     *
     * @param channel a connection to the card
     * @param dialect the reader's dialect
     * @throws NfcException {@code REFUSED} if the reader has none, or refuses
     */
    public TransparentSession(ApduChannel channel, Dialect dialect) throws NfcException {
        if (!dialect.transparentSession()) {
            throw Refusal.lacking(dialect.id(), "transparent session");
        }
        this.channel = channel;
        send(MANAGE, START, false);
    }

    /**
     * Switches to ISO 14443 A, layer 3: no activation of ISO 14443-4.
     *
     * @throws NfcException {@code REFUSED} if the reader does not
     */
    public void useIso14443Layer3() throws NfcException {
        send(SWITCH, Bytes.of(0x8F, 0x02, 0x00, 0x03), false);
    }

    /**
     * Sends a frame and waits for the answer.
     *
     * @param frame the frame, without CRC
     * @param timeout how long the card may take
     * @return its answer
     * @throws NfcException {@code REFUSED} if the card does not answer
     */
    public Bytes transceive(Bytes frame, Duration timeout) throws NfcException {
        Bytes timer = Bytes.of(0x5F, 0x46, 0x04).plus(Bytes.littleEndian(timeout.toNanos() / 1000, 4));
        Bytes length = frame.length() <= SHORT_LENGTH
                ? Bytes.of(frame.length())
                : Bytes.of(0x81).plus(Bytes.of(frame.length()));
        Bytes answer = send(EXCHANGE, Bytes.concat(timer, Bytes.of(TRANSCEIVE), length, frame), true);
        return object(answer, CARD_ANSWER).orElse(Bytes.EMPTY);
    }

    private Bytes send(int function, Bytes objects, boolean answered) throws NfcException {
        CommandApdu command = CommandApdu.of(0xFF, 0xC2, 0x00, function).withData(objects);
        ResponseApdu response = channel.transmit(answered ? command.withNe(CommandApdu.MAX_SHORT_NE) : command);
        StatusWord sw = response.sw();
        Optional<Bytes> error = object(response.data(), ERROR_STATUS).filter(value -> value.length() == 3);
        if (response.isOk() && error.isPresent()) {
            sw = new StatusWord(error.get().get(1) << 8 | error.get().get(2));
        }
        if (!sw.equals(StatusWord.OK)) {
            throw Refusal.of(sw, "a transparent session command");
        }
        return response.data();
    }

    private static Optional<Bytes> object(Bytes objects, int wanted) throws NfcException {
        int at = 0;
        while (at + 2 <= objects.length()) {
            int tag = objects.get(at++);
            if ((tag & 0x1F) == 0x1F) {
                at++;
            }
            int length = at < objects.length() ? objects.get(at++) : 0;
            if (length == 0x81 && at < objects.length()) {
                length = objects.get(at++);
            }
            if (at + length > objects.length()) {
                throw NfcException.protocol("a data object of the reader runs over the end of its answer");
            }
            if (tag == wanted) {
                return Optional.of(objects.slice(at, at + length));
            }
            at += length;
        }
        return Optional.empty();
    }

    /** Ends the session; an error while doing so means that it is over anyway. */
    @Override
    public void close() {
        try {
            send(MANAGE, END, false);
        } catch (NfcException over) {
            // nothing is left to be ended
        }
    }
}
