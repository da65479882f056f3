package io.github.tagsmith.core.meaning;

import java.util.Optional;

/**
 * Where the bytes of a field are.
 *
 * @param place which part of the message
 * @param from index of the first byte in that part
 * @param to index after the last; {@link #END} for all there are
 * @param needed whether an empty value counts as one
 */
record FieldSource(Place place, int from, int to, boolean needed) {

    static final int END = Integer.MAX_VALUE;

    /** A part of a message. */
    enum Place {
        HEADER,
        DATA,
        LE,
        ALL
    }

    static FieldSource parse(String text) {
        boolean needed = !text.endsWith("?");
        String source = needed ? text : text.substring(0, text.length() - 1);
        return switch (source) {
            case "ins" -> new FieldSource(Place.HEADER, 1, 2, needed);
            case "p1" -> new FieldSource(Place.HEADER, 2, 3, needed);
            case "p2" -> new FieldSource(Place.HEADER, 3, 4, needed);
            case "p1-2" -> new FieldSource(Place.HEADER, 2, 4, needed);
            case "le" -> new FieldSource(Place.LE, 0, 0, needed);
            case "data" -> new FieldSource(Place.DATA, 0, END, needed);
            case "all" -> new FieldSource(Place.ALL, 0, END, needed);
            default -> range(source, needed);
        };
    }

    private static FieldSource range(String source, boolean needed) {
        String[] ends = source.substring(1).split("-", -1);
        if (!source.startsWith("d") || ends.length > 2) {
            throw new IllegalArgumentException("not a source of a field: " + source);
        }
        int from = Integer.parseUnsignedInt(ends[0]);
        int to = ends.length == 1 ? from + 1 : ends[1].isEmpty() ? END : Integer.parseUnsignedInt(ends[1]) + 1;
        return new FieldSource(Place.DATA, from, to, needed);
    }

    /** The bytes within a part of a length, if they are there. */
    Optional<MaskedBytes.Run> in(int length) {
        int end = to == END ? length : to;
        if (from > length || end > length || end < from || (end == from && (!needed || from > 0))) {
            return Optional.empty();
        }
        return Optional.of(new MaskedBytes.Run(from, end));
    }
}
