package io.github.tagsmith.classic.crypto1;

import io.github.tagsmith.classic.model.ClassicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Looks a recorded authentication's key up in a list, 64 keys at a time. */
public final class OfflineKeyCheck {

    private OfflineKeyCheck() {}

    /**
     * Looks for the key.
     *
     * @param recorded the authentication
     * @param keys the keys to try
     * @return the first that fits
     */
    public static Optional<ClassicKey> find(RecordedAuthentication recorded, List<ClassicKey> keys) {
        LaneCheck check = new LaneCheck(recorded);
        long[] lanes = new long[LaneCheck.LANES];
        for (int from = 0; from < keys.size(); from += LaneCheck.LANES) {
            int count = Math.min(LaneCheck.LANES, keys.size() - from);
            Arrays.fill(lanes, 0);
            for (int lane = 0; lane < count; lane++) {
                lanes[lane] = keys.get(from + lane).reveal().toUnsignedLittleEndian();
            }
            int lane = Long.numberOfTrailingZeros(check.fitting(lanes, 0));
            if (lane < count) {
                return Optional.of(keys.get(from + lane));
            }
        }
        return Optional.empty();
    }
}
