package io.github.tagsmith.classic.format;

import java.util.List;

/** Numbers of blocks or sectors for reading: {@code 3, 8-15, 63}. */
public final class Ranges {

    private Ranges() {}

    /**
     * Joins neighbours.
     *
     * @param numbers in ascending order
     * @return single numbers and ranges
     */
    public static String of(List<Integer> numbers) {
        StringBuilder text = new StringBuilder();
        for (int from = 0; from < numbers.size(); ) {
            int to = from;
            while (to + 1 < numbers.size() && numbers.get(to + 1) == numbers.get(to) + 1) {
                to++;
            }
            text.append(text.isEmpty() ? "" : ", ").append(numbers.get(from));
            if (to > from) {
                text.append('-').append(numbers.get(to));
            }
            from = to + 1;
        }
        return text.toString();
    }
}
