package io.github.tagsmith.classic.format;

import io.github.tagsmith.classic.model.BlockNo;
import java.util.List;

/** Blocks for reading: {@code 3, 8-15, 63}. */
public final class BlockRanges {

    private BlockRanges() {}

    /**
     * Joins neighbours.
     *
     * @param blocks in ascending order
     * @return single blocks and ranges
     */
    public static String of(List<BlockNo> blocks) {
        StringBuilder text = new StringBuilder();
        for (int from = 0; from < blocks.size(); ) {
            int to = from;
            while (to + 1 < blocks.size()
                    && blocks.get(to + 1).value() == blocks.get(to).value() + 1) {
                to++;
            }
            text.append(text.isEmpty() ? "" : ", ").append(blocks.get(from));
            if (to > from) {
                text.append('-').append(blocks.get(to));
            }
            from = to + 1;
        }
        return text.toString();
    }
}
