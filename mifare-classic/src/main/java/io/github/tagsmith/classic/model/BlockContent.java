package io.github.tagsmith.classic.model;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.Hex;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a block: each of its 16 bytes is known or not.
 *
 * @param bytes the bytes; zero where unknown
 * @param known FF where the byte is known, 00 where it is not
 */
public record BlockContent(Bytes bytes, Bytes known) {

    /** Nothing is known. */
    public static final BlockContent UNKNOWN =
            new BlockContent(Bytes.zeros(ClassicType.BLOCK_LENGTH), Bytes.zeros(ClassicType.BLOCK_LENGTH));

    /**
     * Checks that unknown bytes are zero, so that equal knowledge is equal.
     *
     * @param bytes 16 bytes, zero where unknown
     * @param known 16 bytes, FF or 00
     */
    public BlockContent {
        if (bytes.length() != ClassicType.BLOCK_LENGTH || known.length() != ClassicType.BLOCK_LENGTH) {
            throw new IllegalArgumentException("block of " + bytes.length() + " bytes");
        }
        for (int i = 0; i < known.length(); i++) {
            boolean unknown = known.get(i) == 0;
            if ((!unknown && known.get(i) != 0xFF) || (unknown && bytes.get(i) != 0)) {
                throw new IllegalArgumentException("byte " + i + " is neither known nor unknown");
            }
        }
    }

    /**
     * A block that is known wholly.
     *
     * @param bytes 16 bytes
     * @return its content
     */
    public static BlockContent of(Bytes bytes) {
        return new BlockContent(bytes, Bytes.repeat(bytes.length(), 0xFF));
    }

    /**
     * The same content with a part known anew.
     *
     * @param offset where the part begins
     * @param part its bytes
     * @return a content that has it
     */
    public BlockContent with(int offset, Bytes part) {
        return new BlockContent(bytes.with(offset, part), known.with(offset, Bytes.repeat(part.length(), 0xFF)));
    }

    /**
     * The same content with a part forgotten.
     *
     * @param offset where the part begins
     * @param length how long it is, in bytes
     * @return a content that does not have it
     */
    public BlockContent without(int offset, int length) {
        return new BlockContent(bytes.with(offset, Bytes.zeros(length)), known.with(offset, Bytes.zeros(length)));
    }

    /**
     * A part, if all of it is known.
     *
     * @param offset where the part begins
     * @param length how long it is, in bytes
     * @return those bytes, or empty
     */
    public Optional<Bytes> part(int offset, int length) {
        return known.slice(offset, offset + length).isAll(0xFF)
                ? Optional.of(bytes.slice(offset, offset + length))
                : Optional.empty();
    }

    /**
     * The whole block, if all of it is known.
     *
     * @return 16 bytes, or empty
     */
    public Optional<Bytes> whole() {
        return part(0, bytes.length());
    }

    /**
     * Whether all of it is known.
     *
     * @return true if so
     */
    public boolean isComplete() {
        return known.isAll(0xFF);
    }

    /**
     * Whether nothing of it is known.
     *
     * @return true if so
     */
    public boolean isUnknown() {
        return known.isAll(0);
    }

    /**
     * The block in upper-case hexadecimal digits.
     *
     * @param unknownByte what stands for an unknown byte, two characters
     * @return 32 characters
     */
    public String toHex(String unknownByte) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length(); i++) {
            text.append(known.get(i) == 0 ? unknownByte : Hex.ofByte(bytes.get(i)));
        }
        return text.toString();
    }

    /** Written out: what the compiler puts into a record costs a dozen generated classes when it is used first. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BlockContent that && bytes.equals(that.bytes) && known.equals(that.known);
    }

    @Override
    public int hashCode() {
        return bytes.hashCode();
    }

    /** Nothing of the content, which may hold keys. */
    @Override
    public String toString() {
        return isComplete() ? "known block" : isUnknown() ? "unknown block" : "partly known block";
    }
}
