package io.github.tagsmith.core.dialect;

/** A part of a reader's name; {@code *} stands for any letters, {@code ?} for one, and case does not matter. */
final class ReaderNamePattern {

    private final String pattern;

    ReaderNamePattern(String pattern) {
        this.pattern = pattern;
    }

    /** Whether it is somewhere in a name. */
    boolean isIn(String name) {
        for (int at = 0; at <= name.length(); at++) {
            if (begins(0, name, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean begins(int from, String name, int at) {
        for (int i = from; i < pattern.length(); i++) {
            char wanted = pattern.charAt(i);
            int place = at + i - from;
            if (wanted == '*') {
                return continues(i + 1, name, place);
            }
            if (place >= name.length() || !(wanted == '?' || pattern.regionMatches(true, i, name, place, 1))) {
                return false;
            }
        }
        return true;
    }

    private boolean continues(int from, String name, int at) {
        for (int place = at; place <= name.length(); place++) {
            if (begins(from, name, place)) {
                return true;
            }
        }
        return false;
    }
}
