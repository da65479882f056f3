package io.github.tagsmith.classic.picc;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import java.util.Optional;

/**
 * The access bits of one sector as the card's logic sees them: byte 6 holds the complements of C2 and C1, byte 7 C1 and the
 * complement of C3, byte 8 C3 and C2.
 */
final class SectorAccess {

    private static final int TRAILER_GROUP = 3;

    private final int stored;

    private SectorAccess(int stored) {
        this.stored = stored;
    }

    /** Empty if the complements do not match: the card then refuses the sector. */
    static Optional<SectorAccess> of(Bytes trailer) {
        int word = (int) trailer.slice(6, 9).toUnsignedBigEndian();
        int complements = (word & 0xFF0000) >> 12 | (word & 0x000F00) >> 8;
        int plain = (word & 0x00000F) << 8 | (word & 0x00F000) >> 8 | (word & 0x0000F0) >> 4;
        return (complements ^ plain) == 0xFFF ? Optional.of(new SectorAccess(plain)) : Optional.empty();
    }

    /** C2, C1 and C3 stand in the nibbles of the word from the top. */
    private int condition(int group) {
        int c2 = stored >> (8 + group) & 1;
        int c1 = stored >> (4 + group) & 1;
        int c3 = stored >> group & 1;
        return c1 << 2 | c2 << 1 | c3;
    }

    boolean allowsData(AccessRule rule, int group, KeyType type) {
        return keyCounts(type) && rule.allows(condition(group), type);
    }

    boolean allowsTrailer(AccessRule rule, KeyType type) {
        return keyCounts(type) && rule.allows(condition(TRAILER_GROUP), type);
    }

    /** A key B that can be read is data: nothing is allowed after authenticating with it. */
    private boolean keyCounts(KeyType type) {
        return type == KeyType.A || !AccessRule.KEY_B_READ.allows(condition(TRAILER_GROUP), KeyType.A);
    }
}
