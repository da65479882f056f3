package io.github.tagsmith.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Words that may be meant by a mistyped one: a letter too many, one too few, another one, or two exchanged. Short words allow one
 * such error, longer ones two; or the beginning of the word was typed.
 */
final class NearWords {

    private static final int SHORTEST = 3;
    private static final int SHORT = 4;
    private static final int MOST = 3;

    private NearWords() {}

    /**
     * Looks for them.
     *
     * @param typed what was typed
     * @param known what there is
     * @return at most three, the nearest first
     */
    static List<String> of(String typed, Collection<String> known) {
        String word = typed.toLowerCase(Locale.ROOT);
        int errors = word.length() < SHORTEST ? 0 : word.length() <= SHORT ? 1 : 2;
        return known.stream()
                .filter(each -> begins(word, each) || distance(word, each) <= errors)
                .sorted(Comparator.comparingInt((String each) -> distance(word, each))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    private static boolean begins(String word, String known) {
        return word.replace("-", "").length() > 1 && known.startsWith(word);
    }

    /** How many errors of typing lie between two words (Damerau and Levenshtein, each pair of letters exchanged once). */
    private static int distance(String a, String b) {
        int[][] errors = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                errors[i][j] = i == 0 || j == 0 ? i + j : least(errors, a, b, i, j);
            }
        }
        return errors[a.length()][b.length()];
    }

    private static int least(int[][] errors, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(errors[i - 1][j] + 1, errors[i][j - 1] + 1);
        least = Math.min(least, errors[i - 1][j - 1] + (same ? 0 : 1));
        boolean exchanged = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return exchanged ? Math.min(least, errors[i - 2][j - 2] + 1) : least;
    }
}
