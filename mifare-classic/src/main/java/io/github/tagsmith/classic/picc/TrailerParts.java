package io.github.tagsmith.classic.picc;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import java.util.Optional;

/**
 * What the card shows and takes of a sector trailer, each part by its own rule: key A, access bits with the byte behind them, key
 * B. That a write which only some of the parts allow is acknowledged, and does those, is an assumption.
 */
final class TrailerParts {

    static final int KEY_A = 0;
    static final int KEY_B = 10;
    static final int KEY_LENGTH = 6;
    private static final int ACCESS = 6;
    private static final Bytes HIDDEN = Bytes.zeros(KEY_LENGTH);

    private TrailerParts() {}

    /** Each part that may not be read is zero; a trailer of which no part may be read is refused. */
    static Optional<Bytes> shown(SectorAccess access, KeyType type, Bytes trailer) {
        if (!access.allowsTrailer(AccessRule.ACCESS_READ, type)) {
            return Optional.empty();
        }
        Bytes shown = trailer.with(KEY_A, HIDDEN);
        boolean keyB = access.allowsTrailer(AccessRule.KEY_B_READ, type);
        return Optional.of(keyB ? shown : shown.with(KEY_B, HIDDEN));
    }

    /** Each part is written if it may be; a trailer of which no part may be written is refused. */
    static Optional<Bytes> written(SectorAccess access, KeyType type, Bytes trailer, Bytes data) {
        boolean keyA = access.allowsTrailer(AccessRule.KEY_A_WRITE, type);
        boolean conditions = access.allowsTrailer(AccessRule.ACCESS_WRITE, type);
        boolean keyB = access.allowsTrailer(AccessRule.KEY_B_WRITE, type);
        if (!keyA && !conditions && !keyB) {
            return Optional.empty();
        }
        Bytes after = keyA ? trailer.with(KEY_A, data.slice(KEY_A, ACCESS)) : trailer;
        after = conditions ? after.with(ACCESS, data.slice(ACCESS, KEY_B)) : after;
        return Optional.of(keyB ? after.with(KEY_B, data.slice(KEY_B)) : after);
    }
}
