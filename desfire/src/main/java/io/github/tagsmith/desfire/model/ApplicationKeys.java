package io.github.tagsmith.desfire.model;

import java.util.Optional;

/**
 * What an application, or the card, says of its keys.
 *
 * @param settings who may do what
 * @param count how many keys it has; 1 at card level
 * @param algorithm what kind of keys; DES is told as two-key TDEA
 * @param isoFileIds whether its files have ISO file identifiers
 * @param keySets its key sets, if it has more than one
 */
public record ApplicationKeys(
        KeySettings settings, int count, KeyAlgorithm algorithm, boolean isoFileIds, Optional<KeySets> keySets) {

    /** The most keys that an application can have. */
    public static final int MAX_COUNT = 14;

    private static final int ISO_FILE_IDS = 0x20;
    private static final int MORE_SETTINGS = 0x10;

    /**
     * Checks the number of keys.
     *
     * @param settings who may do what
     * @param count 0 to 14
     * @param algorithm what kind of keys
     * @param isoFileIds whether its files have ISO file identifiers
     * @param keySets its key sets, if it has more than one
     */
    public ApplicationKeys {
        if (count < 0 || count > MAX_COUNT) {
            throw new IllegalArgumentException("an application has at most " + MAX_COUNT + " keys, not " + count);
        }
    }

    /**
     * Keys without key sets and ISO file identifiers.
     *
     * @param settings who may do what
     * @param count 0 to 14
     * @param algorithm what kind of keys
     * @return those keys
     */
    public static ApplicationKeys of(KeySettings settings, int count, KeyAlgorithm algorithm) {
        return new ApplicationKeys(settings, count, algorithm, false, Optional.empty());
    }

    /**
     * Reads the second key settings byte.
     *
     * @param settings the first one
     * @param second bits 7 and 6 the algorithm, 5 ISO file identifiers, 3 to 0 the number of keys
     * @param keySets what follows
     * @return the keys
     */
    public static ApplicationKeys fromWire(KeySettings settings, int second, Optional<KeySets> keySets) {
        return new ApplicationKeys(
                settings, second & 0x0F, KeyAlgorithm.ofTypeBits(second), (second & ISO_FILE_IDS) != 0, keySets);
    }

    /**
     * The second key settings byte as CreateApplication sends it. Bits 7, 6 and 3 to 0 are proven by full-apdu-traces.json;
     * bit 5 is stated by libfreefare and liblogicalaccess, bit 4 (a third settings byte follows) by liblogicalaccess and
     * NXP NfcRdLib.
     *
     * @return 0 to 255
     */
    public int secondSettings() {
        return algorithm.typeBits()
                | (isoFileIds ? ISO_FILE_IDS : 0)
                | (keySets.isPresent() ? MORE_SETTINGS : 0)
                | count;
    }
}
