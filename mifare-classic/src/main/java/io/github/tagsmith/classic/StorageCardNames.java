package io.github.tagsmith.classic;

import io.github.tagsmith.classic.model.ClassicType;
import java.util.Map;
import java.util.Optional;

/**
 * The card names of PC/SC part 3 that stand for a MIFARE Classic, or for a Plus that behaves as one (security level 1). A
 * reader may be wrong: clones show 1K for 4K and the reverse (reference, classic.md section 7).
 */
public final class StorageCardNames {

    private static final Map<Integer, ClassicType> TYPES = Map.of(
            0x0001, ClassicType.K1,
            0x0002, ClassicType.K4,
            0x0026, ClassicType.MINI,
            0x0036, ClassicType.K2,
            0x0037, ClassicType.K4);

    private StorageCardNames() {}

    /**
     * The size of the card with a name.
     *
     * @param cardName NN of the ATR's historical bytes
     * @return the size, if the name is that of a MIFARE Classic
     */
    public static Optional<ClassicType> type(int cardName) {
        return Optional.ofNullable(TYPES.get(cardName));
    }
}
