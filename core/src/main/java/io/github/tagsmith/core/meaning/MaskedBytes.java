package io.github.tagsmith.core.meaning;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.Hex;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes of which some are not to be shown.
 *
 * @param value all bytes
 * @param mask as long as the value: 00 for a byte that may be shown, FF for one that may not
 */
public record MaskedBytes(Bytes value, Bytes mask) {

    private static final int HIDDEN = 0xFF;

    /**
     * A run of masked bytes.
     *
     * @param from index of the first
     * @param to index after the last
     */
    public record Run(int from, int to) {}

    /**
     * Checks the lengths.
     *
     * @param value all bytes
     * @param mask 00 or FF for each
     */
    public MaskedBytes {
        if (value.length() != mask.length()) {
            throw new IllegalArgumentException(value.length() + " bytes under a mask of " + mask.length());
        }
    }

    /**
     * Bytes without a secret.
     *
     * @param value the bytes
     * @return all of them, to be shown
     */
    public static MaskedBytes clear(Bytes value) {
        return new MaskedBytes(value, Bytes.zeros(value.length()));
    }

    /**
     * The same bytes with some more masked.
     *
     * @param from index of the first
     * @param to index after the last
     * @return a copy
     */
    public MaskedBytes masking(int from, int to) {
        return new MaskedBytes(value, mask.with(from, Bytes.repeat(to - from, HIDDEN)));
    }

    /**
     * Whether nothing is masked.
     *
     * @return true if so
     */
    public boolean isClear() {
        return mask.isAll(0);
    }

    /**
     * What is masked.
     *
     * @return runs, in order
     */
    public List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        int at = 0;
        while (at < mask.length()) {
            int end = at;
            while (end < mask.length() && mask.get(end) == mask.get(at)) {
                end++;
            }
            if (mask.get(at) == HIDDEN) {
                runs.add(new Run(at, end));
            }
            at = end;
        }
        return runs;
    }

    /**
     * A part.
     *
     * @param from index of the first byte taken
     * @param to index after the last byte taken
     * @return that part
     */
    MaskedBytes slice(int from, int to) {
        return new MaskedBytes(value.slice(from, to), mask.slice(from, to));
    }

    MaskedBytes reversed() {
        return new MaskedBytes(value.reversed(), mask.reversed());
    }

    /**
     * Hexadecimal digits; {@code **} for a masked byte.
     *
     * @return two characters a byte
     */
    public String toHex() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            text.append(mask.get(i) == 0 ? Hex.ofByte(value.get(i)) : "**");
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return toHex();
    }
}
