package io.github.tagsmith.cli.readers;

import io.github.tagsmith.core.apdu.CommandApdu;
import io.github.tagsmith.core.apdu.ResponseApdu;
import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.HexFormatException;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.Optional;

/**
 * A command and what it should be answered: {@code HEX} or {@code HEX=SW}.
 *
 * @param command what is sent
 * @param expected the status word that is asked for, if one is
 */
record ApduExpression(Bytes command, Optional<StatusWord> expected) implements ApduStep {

    private static final int PSEUDO_CLASS = 0xFF;

    /**
     * Reads an expression.
     *
     * @param text {@code HEX} or {@code HEX=SW}
     * @param raw whether bytes that are no command APDU are fine too; pseudo-APDUs of class FF always are
     */
    static ApduExpression parse(String text, boolean raw) throws NfcException {
        int equals = text.indexOf('=');
        Bytes command = hex(equals < 0 ? text : text.substring(0, equals), text);
        if (!raw && (command.isEmpty() || command.get(0) != PSEUDO_CLASS)) {
            requireApdu(command, text);
        }
        if (equals < 0) {
            return new ApduExpression(command, Optional.empty());
        }
        Bytes sw = hex(text.substring(equals + 1), text);
        if (sw.length() != 2) {
            throw usage(text, "a status word has 2 bytes");
        }
        return new ApduExpression(command, Optional.of(new StatusWord((int) sw.toUnsignedBigEndian())));
    }

    private static void requireApdu(Bytes command, String text) throws NfcException {
        try {
            CommandApdu.parse(command);
        } catch (NfcException malformed) {
            throw usage(text, malformed.getMessage()).withHint("--raw sends any bytes as they are");
        }
    }

    private static Bytes hex(String digits, String text) throws NfcException {
        try {
            return Bytes.fromHex(digits);
        } catch (HexFormatException e) {
            throw usage(text, String.valueOf(e.getMessage()));
        }
    }

    private static NfcException usage(String text, String why) {
        return new NfcException(ErrorKind.INVALID_REQUEST, "\"" + text + "\": " + why);
    }

    /** Without an expectation, what the card calls success: 9000, 61xx, 9100, 91AF. */
    boolean isMetBy(ResponseApdu response) {
        return expected.map(response.sw()::equals).orElseGet(() -> isSuccess(response.sw()));
    }

    private static boolean isSuccess(StatusWord sw) {
        return sw.equals(StatusWord.OK) || sw.sw1() == 0x61 || sw.value() == 0x9100 || sw.value() == 0x91AF;
    }
}
