package io.github.tagsmith.classic.format;

import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.ManufacturerBlock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which card it is where a file leaves out what was not read, and does not say. */
final class CardSizes {

    /** SAK as block 0 has it, bit 7 left out. */
    private static final Map<Integer, ClassicType> BY_SAK =
            Map.of(0x09, ClassicType.MINI, 0x08, ClassicType.K1, 0x19, ClassicType.K2, 0x18, ClassicType.K4);

    private CardSizes() {}

    /** The smallest card that has the last block of the file, and is not smaller than block 0 says. */
    static ClassicType of(SortedMap<BlockNo, BlockContent> blocks) {
        int last = blocks.lastKey().value();
        ClassicType byNumber = Arrays.stream(ClassicType.values())
                .filter(type -> last < type.blockCount())
                .findFirst()
                .orElse(ClassicType.K4);
        Optional<ClassicType> bySak = Optional.ofNullable(blocks.get(new BlockNo(0)))
                .flatMap(BlockContent::whole)
                .map(ManufacturerBlock::decode)
                .filter(block -> block.uid().isPresent())
                .flatMap(block -> Optional.ofNullable(BY_SAK.get(block.sak() & 0x7F)));
        return bySak.filter(type -> type.sectorCount() > byNumber.sectorCount()).orElse(byNumber);
    }

    /** All blocks of a card; those the file does not have are unknown. */
    static List<BlockContent> fill(ClassicType type, Map<BlockNo, BlockContent> blocks) {
        return IntStream.range(0, type.blockCount())
                .mapToObj(number -> blocks.getOrDefault(new BlockNo(number), BlockContent.UNKNOWN))
                .toList();
    }

    /** For error messages: the numbers of blocks that cards have. */
    static String blockCounts() {
        return Arrays.stream(ClassicType.values())
                .sorted(Comparator.comparing(ClassicType::size))
                .map(type -> Integer.toString(type.blockCount()))
                .collect(Collectors.joining(", "));
    }
}
