package io.github.tagsmith.classic.model;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import java.util.List;
import java.util.Optional;

/**
 * The access conditions of a sector, bytes 6 to 8 of its trailer; MF1S50yyX data sheet section 8.7.1.
 *
 * <pre>
 *          bit 7 6 5 4   3 2 1 0
 * byte 6     ~C2 3..0   ~C1 3..0
 * byte 7      C1 3..0   ~C3 3..0
 * byte 8      C3 3..0    C2 3..0      bit n of a nibble is group n, group 3 the trailer
 * </pre>
 *
 * @param groups the conditions of groups 0 to 2
 * @param trailer the condition of the trailer, group 3
 */
public record AccessBits(List<DataCondition> groups, TrailerCondition trailer) {

    /** Length in bytes. */
    public static final int LENGTH = 3;

    private static final int TRAILER_GROUP = 3;

    /**
     * Checks the number of groups.
     *
     * @param groups the conditions of groups 0 to 2
     * @param trailer the condition of the trailer, group 3
     */
    public AccessBits {
        groups = List.copyOf(groups);
        if (groups.size() != TRAILER_GROUP) {
            throw new IllegalArgumentException("three groups of data blocks, not " + groups.size());
        }
    }

    /**
     * Decodes the three bytes.
     *
     * @param bytes bytes 6 to 8 of a trailer
     * @return the conditions; empty if a bit and its complement do not match, in which case the card refuses the whole
     *     sector for good
     */
    public static Optional<AccessBits> decode(Bytes bytes) {
        if (bytes.length() != LENGTH) {
            throw new IllegalArgumentException("access bits of " + bytes.length() + " bytes");
        }
        int c1 = bytes.get(1) >> 4;
        int c2 = bytes.get(2) & 0x0F;
        int c3 = bytes.get(2) >> 4;
        boolean valid = (bytes.get(0) & 0x0F) == (~c1 & 0x0F)
                && bytes.get(0) >> 4 == (~c2 & 0x0F)
                && (bytes.get(1) & 0x0F) == (~c3 & 0x0F);
        if (!valid) {
            return Optional.empty();
        }
        int[] bits = new int[TRAILER_GROUP + 1];
        for (int group = 0; group < bits.length; group++) {
            bits[group] = (c1 >> group & 1) << 2 | (c2 >> group & 1) << 1 | (c3 >> group & 1);
        }
        return Optional.of(new AccessBits(
                List.of(DataCondition.of(bits[0]), DataCondition.of(bits[1]), DataCondition.of(bits[2])),
                TrailerCondition.of(bits[TRAILER_GROUP])));
    }

    /**
     * Encodes the conditions.
     *
     * @return 3 bytes
     */
    public Bytes encode() {
        int c1 = 0;
        int c2 = 0;
        int c3 = 0;
        for (int group = 0; group <= TRAILER_GROUP; group++) {
            int bits =
                    group == TRAILER_GROUP ? trailer.bits() : groups.get(group).bits();
            c1 |= (bits >> 2 & 1) << group;
            c2 |= (bits >> 1 & 1) << group;
            c3 |= (bits & 1) << group;
        }
        return Bytes.of((~c2 & 0x0F) << 4 | (~c1 & 0x0F), c1 << 4 | (~c3 & 0x0F), c3 << 4 | c2);
    }

    /**
     * The condition of a data block.
     *
     * @param block a block that is not a trailer
     * @return its condition
     */
    public DataCondition data(BlockNo block) {
        if (block.isTrailer()) {
            throw new IllegalArgumentException("block " + block + " is a trailer");
        }
        return groups.get(block.accessGroup());
    }

    /**
     * Whether key B is a key. Where it can be read it is data: authenticating with it succeeds, and everything after that is
     * refused.
     *
     * @return true if it cannot be read
     */
    public boolean keyBUsable() {
        return trailer.keyBRead() == KeyHolders.NONE;
    }

    /**
     * Whether a data block may be read.
     *
     * @param block a block that is not a trailer
     * @param type the key one is authenticated with
     * @return true if so
     */
    public boolean mayRead(BlockNo block, KeyType type) {
        return usable(type) && data(block).read().include(type);
    }

    private boolean usable(KeyType type) {
        return type == KeyType.A || keyBUsable();
    }
}
