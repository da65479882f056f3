package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;

/** Splits an answer into frames. */
final class Frames {

    private Frames() {}

    /**
     * Splits.
     *
     * @param data the whole answer, MAC included
     * @param cuts offsets at which a frame begins in any case
     * @param size the most data of a frame
     * @return at least one frame
     */
    static List<Bytes> split(Bytes data, List<Integer> cuts, int size) {
        List<Bytes> frames = new ArrayList<>();
        int from = 0;
        for (int cut : cuts) {
            add(frames, data.slice(from, cut), size);
            from = cut;
        }
        add(frames, data.slice(from), size);
        return frames;
    }

    private static void add(List<Bytes> frames, Bytes part, int size) {
        int at = 0;
        do {
            int end = Math.min(part.length(), at + size);
            frames.add(part.slice(at, end));
            at = end;
        } while (at < part.length());
    }
}
