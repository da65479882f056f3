package io.github.tagsmith.core.apdu;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;

/**
 * A channel that follows {@code 61xx} with GET RESPONSE and {@code 6Cxx} with the right Le, as ISO/IEC 7816-3 section 12.2
 * has the terminal do, so that its user sees whole answers.
 */
public final class ResponseChaining implements ApduChannel {

    private static final int MAX_PARTS = 4096;

    private final ApduChannel channel;

    /**
     * Decorates a channel.
     *
     * @param channel where commands go
     */
    public ResponseChaining(ApduChannel channel) {
        this.channel = channel;
    }

    @Override
    public Bytes transmit(Bytes command) throws NfcException {
        Bytes answer = channel.transmit(command);
        if (command.length() < 4 || answer.length() < 2) {
            return answer;
        }
        ResponseApdu response = ResponseApdu.parse(answer);
        if (response.sw().sw1() == 0x6C && response.data().isEmpty()) {
            CommandApdu repeated = CommandApdu.parse(command).withNe(wanted(response.sw()));
            response = channel.transmit(repeated);
        }
        Bytes data = response.data();
        for (int parts = 0; response.sw().sw1() == 0x61; parts++) {
            if (parts == MAX_PARTS) {
                throw NfcException.protocol("the card keeps answering 61xx after " + MAX_PARTS + " GET RESPONSE");
            }
            CommandApdu getResponse = CommandApdu.of(classOnSameChannel(command.get(0)), 0xC0, 0, 0);
            response = channel.transmit(getResponse.withNe(wanted(response.sw())));
            data = data.plus(response.data());
        }
        return new ResponseApdu(data, response.sw()).bytes();
    }

    /**
     * The class byte without secure messaging and chaining, ISO/IEC 7816-4:2005 section 5.1.1: logical channels 0 to 3 stand
     * in its lowest two bits, 4 to 19 in the lowest four under 40. FF is no class and so has no channel.
     */
    private static int classOnSameChannel(int cla) {
        if (cla == 0xFF) {
            return 0;
        }
        return (cla & 0x40) != 0 ? 0x40 | (cla & 0x0F) : cla & 0x03;
    }

    private static int wanted(StatusWord sw) {
        return sw.sw2() == 0 ? CommandApdu.MAX_SHORT_NE : sw.sw2();
    }
}
