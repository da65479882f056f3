package io.github.tagsmith.desfire.model;

import io.github.tagsmith.core.bytes.Bytes;

/**
 * The key sets of an application that has more than one, EV2 and later.
 *
 * <pre>
 * byte 0   version of the active key set
 * byte 1   how many key sets, 2 to 16
 * byte 2   longest key: 16 or 24 bytes
 * byte 3   the key that rolls them
 * </pre>
 *
 * <p>Source: NXP NfcRdLib (phalMfdfEVx, {@code pKeySetValues}) and liblogicalaccess (desfireev2iso7816commands); stated by them
 * only, no vector recomputes it.
 *
 * @param activeVersion the version of the active key set
 * @param count how many key sets, the active one included
 * @param maxKeyLength the longest key that fits, 16 or 24 bytes
 * @param rollKey the key that has to be authenticated with for RollKeySet
 */
public record KeySets(KeyVersion activeVersion, int count, int maxKeyLength, KeyNo rollKey) {

    /** Their length on the wire, in bytes. */
    public static final int LENGTH = 4;

    private static final int MOST = 16;
    private static final int LONGEST = 24;

    /**
     * Checks the ranges.
     *
     * @param activeVersion the version of the active key set
     * @param count 2 to 16
     * @param maxKeyLength 16 or 24 bytes
     * @param rollKey the key that has to be authenticated with for RollKeySet
     */
    public KeySets {
        if (count < 2 || count > MOST) {
            throw new IllegalArgumentException("an application has 2 to " + MOST + " key sets, not " + count);
        }
        if (maxKeyLength != 16 && maxKeyLength != LONGEST) {
            throw new IllegalArgumentException("the longest key has 16 or 24 bytes, not " + maxKeyLength);
        }
    }

    /**
     * Reads them as they are sent.
     *
     * @param wire 4 bytes
     * @return the key sets
     */
    public static KeySets fromWire(Bytes wire) {
        if (wire.length() != LENGTH) {
            throw new IllegalArgumentException("key set values have 4 bytes, not " + wire.length());
        }
        return new KeySets(new KeyVersion(wire.get(0)), wire.get(1), wire.get(2), new KeyNo(wire.get(3) & 0x0F));
    }

    /**
     * As they are sent.
     *
     * @return 4 bytes
     */
    public Bytes toWire() {
        return Bytes.of(activeVersion.value(), count, maxKeyLength, rollKey.value());
    }
}
