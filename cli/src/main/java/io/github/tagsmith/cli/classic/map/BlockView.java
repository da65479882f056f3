package io.github.tagsmith.cli.classic.map;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.ValueBlock;
import io.github.tagsmith.cli.output.Printable;
import io.github.tagsmith.core.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A block and what it is.
 *
 * @param number the block
 * @param kind what it is
 * @param content its bytes
 * @param value the value in it, if it is a value block
 */
public record BlockView(BlockNo number, Kind kind, BlockContent content, Optional<ValueBlock> value) {

    /** What a block is. */
    public enum Kind {
        /** Block 0. */
        MANUFACTURER,
        /** A value block. */
        VALUE,
        /** Nothing but zeros. */
        ZEROS,
        /** Anything else that is known. */
        DATA,
        /** Keys and access bits. */
        TRAILER,
        /** Nothing is known of it. */
        UNKNOWN
    }

    private static final String UNKNOWN_BYTE = "??";

    static BlockView of(Dump dump, BlockNo number) {
        BlockContent content = dump.block(number);
        Optional<Bytes> data = number.value() == 0 || number.isTrailer() ? Optional.empty() : content.whole();
        Optional<ValueBlock> value = data.isPresent() ? ValueBlock.decode(data.get()) : Optional.empty();
        return new BlockView(number, kind(number, content, value.isPresent()), content, value);
    }

    private static Kind kind(BlockNo number, BlockContent content, boolean isValue) {
        if (content.isUnknown()) {
            return Kind.UNKNOWN;
        }
        if (number.isTrailer()) {
            return Kind.TRAILER;
        }
        if (number.value() == 0) {
            return Kind.MANUFACTURER;
        }
        if (isValue) {
            return Kind.VALUE;
        }
        return content.isComplete() && content.bytes().isAll(0) ? Kind.ZEROS : Kind.DATA;
    }

    /**
     * A part of it in hexadecimal digits.
     *
     * @param offset where the part begins
     * @param length how long it is, in bytes
     * @return two characters a byte, {@code ??} for an unknown one
     */
    public String hex(int offset, int length) {
        return content.toHex(UNKNOWN_BYTE).substring(2 * offset, 2 * (offset + length));
    }

    /**
     * Its bytes as characters, where they look like text.
     *
     * @return 16 characters, or empty if hardly any of them is printable
     */
    public String text() {
        Bytes bytes = content.bytes();
        int printable = 0;
        for (int i = 0; i < bytes.length(); i++) {
            printable += bytes.get(i) > ' ' && bytes.get(i) <= '~' ? 1 : 0;
        }
        boolean shown = kind == Kind.DATA && printable >= ClassicType.BLOCK_LENGTH / 4;
        return shown ? Printable.ascii(bytes) : "";
    }

    /**
     * What it means.
     *
     * @return a few words, or nothing
     */
    public String note() {
        if (kind == Kind.MANUFACTURER) {
            return "manufacturer";
        }
        return value.isPresent()
                ? "value " + value.get().value() + " @" + value.get().address()
                : "";
    }

    /**
     * Neighbours of zeros, or of nothing, together; every other block alone.
     *
     * @param blocks in ascending order
     * @return runs of blocks
     */
    public static List<List<BlockView>> runs(List<BlockView> blocks) {
        List<List<BlockView>> runs = new ArrayList<>();
        for (int at = 0; at < blocks.size(); ) {
            int end = at + 1;
            while (end < blocks.size() && blocks.get(at).isBare() && blocks.get(end).kind == blocks.get(at).kind) {
                end++;
            }
            runs.add(blocks.subList(at, end));
            at = end;
        }
        return runs;
    }

    /**
     * Whether there is nothing to see: zeros, or nothing known.
     *
     * @return true if so
     */
    public boolean isBare() {
        return kind == Kind.ZEROS || kind == Kind.UNKNOWN;
    }
}
