package io.github.tagsmith.classic.dump;

import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.ValueBlock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A block that two dumps say different things of.
 *
 * @param block the block
 * @param before what the first one knows of it; unknown if its card has no such block
 * @param after what the second one knows of it
 */
public record DumpDifference(BlockNo block, BlockContent before, BlockContent after) {

    /**
     * Compares two dumps, block by block.
     *
     * @param first one
     * @param second the other
     * @return the blocks that differ, in ascending order; where one dump knows a byte and the other does not they differ too
     */
    public static List<DumpDifference> between(Dump first, Dump second) {
        int most = Math.max(first.blocks().size(), second.blocks().size());
        return IntStream.range(0, most)
                .mapToObj(
                        number -> new DumpDifference(new BlockNo(number), block(first, number), block(second, number)))
                .filter(difference -> !difference.before().equals(difference.after()))
                .toList();
    }

    private static BlockContent block(Dump dump, int number) {
        return number < dump.blocks().size() ? dump.blocks().get(number) : BlockContent.UNKNOWN;
    }

    /**
     * The bytes that differ.
     *
     * @return their places in the block, in ascending order
     */
    public List<Integer> places() {
        return IntStream.range(0, ClassicType.BLOCK_LENGTH)
                .filter(at -> !before.part(at, 1).equals(after.part(at, 1)))
                .boxed()
                .toList();
    }

    /**
     * The value before, where both are value blocks.
     *
     * @return it, or empty
     */
    public Optional<ValueBlock> valueBefore() {
        return value(after).flatMap(both -> value(before));
    }

    /**
     * The value after, where both are value blocks.
     *
     * @return it, or empty
     */
    public Optional<ValueBlock> valueAfter() {
        return value(before).flatMap(both -> value(after));
    }

    private Optional<ValueBlock> value(BlockContent content) {
        return block.value() == 0 || block.isTrailer()
                ? Optional.empty()
                : content.whole().flatMap(ValueBlock::decode);
    }
}
