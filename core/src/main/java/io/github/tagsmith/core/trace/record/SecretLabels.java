package io.github.tagsmith.core.trace.record;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.Hex;
import io.github.tagsmith.core.meaning.MaskedBytes;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Numbers for the secrets of one trace, so that a reader of it sees which are the same; and the texts that stand for them. */
public final class SecretLabels {

    private static final String STAR = "*";

    private final Map<Bytes, Integer> numbers = new HashMap<>();

    SecretLabels() {}

    private int number(Bytes secret) {
        return numbers.computeIfAbsent(secret, first -> numbers.size() + 1);
    }

    /** Digits, with {@code {s1:6}} for a masked run. */
    String text(MaskedBytes bytes) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (MaskedBytes.Run run : bytes.runs()) {
            text.append(Hex.format(bytes.value().slice(at, run.from())));
            Bytes secret = bytes.value().slice(run.from(), run.to());
            text.append("{s")
                    .append(number(secret))
                    .append(':')
                    .append(secret.length())
                    .append('}');
            at = run.to();
        }
        return text.append(Hex.format(bytes.value().slice(at))).toString();
    }

    /** The same bytes, with a masked run replaced by {@link #filler}. */
    Bytes filled(MaskedBytes bytes) {
        Bytes filled = bytes.value();
        for (MaskedBytes.Run run : bytes.runs()) {
            Bytes secret = bytes.value().slice(run.from(), run.to());
            filled = filled.with(run.from(), filler(number(secret), secret.length()));
        }
        return filled;
    }

    /** Bytes that stand for a secret of a number. */
    private static Bytes filler(int number, int length) {
        String label = STAR + number;
        String text = label.length() > length ? STAR.repeat(length) : label + STAR.repeat(length - label.length());
        return Bytes.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Reads bytes that stand for a secret in a capture.
     *
     * @param bytes what stands in the place of a secret
     * @return the secret's number, 0 where there was no room for it; nothing if the bytes stand for themselves
     */
    public static OptionalInt numberOf(Bytes bytes) {
        String text = bytes.toText(StandardCharsets.ISO_8859_1);
        if (!text.matches("\\*\\d{0,9}\\**")) {
            return OptionalInt.empty();
        }
        String digits = text.replace(STAR, "");
        return OptionalInt.of(digits.isEmpty() ? 0 : Integer.parseInt(digits));
    }
}
