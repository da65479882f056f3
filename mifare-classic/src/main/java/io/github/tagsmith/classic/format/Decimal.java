package io.github.tagsmith.classic.format;

import java.util.OptionalInt;

/** Numbers of blocks and sectors as files have them: decimal digits, without sign and without zeros before them. */
final class Decimal {

    private Decimal() {}

    /** The number, if the text is one and it is not greater than the most it may be. */
    static OptionalInt parse(String text, int most) {
        int number = 0;
        for (int at = 0; at < text.length(); at++) {
            int digit = text.charAt(at) - '0';
            boolean zeroBefore = at > 0 && number == 0;
            number = 10 * number + digit;
            if (digit < 0 || digit > 9 || zeroBefore || number > most) {
                return OptionalInt.empty();
            }
        }
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
