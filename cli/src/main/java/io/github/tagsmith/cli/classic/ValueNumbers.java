package io.github.tagsmith.cli.classic;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;

/** Numbers of value blocks as they are given on the command line. */
final class ValueNumbers {

    private ValueNumbers() {}

    static int signed(String text) throws NfcException {
        long number = parse(text);
        if (number < Integer.MIN_VALUE || number > Integer.MAX_VALUE) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, text + " does not fit a value block: 32 bits, signed");
        }
        return (int) number;
    }

    static int amount(String text) throws NfcException {
        int number = signed(text);
        if (number < 0) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, text + " is negative: use inc and dec the other way");
        }
        return number;
    }

    static int address(int number) throws NfcException {
        if (number < 0 || number > 255) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, number + " is no address byte: 0 to 255");
        }
        return number;
    }

    static int sum(int value, long change) throws NfcException {
        long sum = value + change;
        if (sum < Integer.MIN_VALUE || sum > Integer.MAX_VALUE) {
            throw new NfcException(
                    ErrorKind.INVALID_REQUEST, value + " changed by " + change + " does not fit a value block");
        }
        return (int) sum;
    }

    private static long parse(String text) throws NfcException {
        try {
            return Long.decode(text);
        } catch (NumberFormatException e) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "\"" + text + "\" is no number: decimal or 0x");
        }
    }
}
