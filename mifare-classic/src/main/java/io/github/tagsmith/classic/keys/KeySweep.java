package io.github.tagsmith.classic.keys;

import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.core.contactless.KeyType;
import io.github.tagsmith.core.error.NfcException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The order in which keys are tried on a card, so that it takes few exchanges: each key is loaded once and swept over all
 * sectors that want one. Keys that the card had before come first, where they fitted, and are not tried there again.
 */
public final class KeySweep {

    /** The card, as far as a sweep is concerned. */
    public interface Locks {

        /**
         * Whether a key is still looked for.
         *
         * @param sector the sector
         * @param type which of its keys
         * @return true if so
         */
        boolean isWanted(SectorNo sector, KeyType type);

        /**
         * Tries a key, and does what is to be done in a sector that it opens.
         *
         * @param sector the sector
         * @param type which of its keys
         * @param key the key
         * @return whether it opens the sector
         * @throws NfcException if the card is gone
         */
        boolean open(SectorNo sector, KeyType type, ClassicKey key) throws NfcException;

        /**
         * Wakes the card up.
         *
         * @throws NfcException if it is gone
         */
        void reactivate() throws NfcException;
    }

    /** A remembered key that does not open its sector any more. */
    private record Miss(SectorNo sector, KeyType type, ClassicKey key) {}

    private final List<SectorNo> sectors;
    private final Locks locks;
    private final Set<Miss> misses = new HashSet<>();
    private boolean woken;

    /**
     * A sweep over a card.
     *
     * @param sectors the sectors whose keys are wanted
     * @param locks the card
     */
    public KeySweep(List<SectorNo> sectors, Locks locks) {
        this.sectors = List.copyOf(sectors);
        this.locks = locks;
    }

    /**
     * Whether there is a key to look for.
     *
     * @return false if all are known
     */
    public boolean somethingIsWanted() {
        return sectors.stream()
                .anyMatch(sector -> locks.isWanted(sector, KeyType.A) || locks.isWanted(sector, KeyType.B));
    }

    /**
     * Tries the keys that the card had before where they fitted. If one fails the card may want to be woken up, which is done
     * once; if it fails again it is another's.
     *
     * @param remembered the keys
     * @throws NfcException if the card is gone
     */
    public void recall(KeyMap remembered) throws NfcException {
        for (KeyType type : KeyType.values()) {
            for (ClassicKey key : remembered.distinct()) {
                for (SectorNo sector : sectors) {
                    boolean fitted = remembered.get(sector, type).equals(Optional.of(key));
                    if (fitted && locks.isWanted(sector, type)) {
                        recall(sector, type, key);
                    }
                }
            }
        }
    }

    private void recall(SectorNo sector, KeyType type, ClassicKey key) throws NfcException {
        if (locks.open(sector, type, key)) {
            return;
        }
        misses.add(new Miss(sector, type, key));
        if (woken) {
            return;
        }
        woken = true;
        locks.reactivate();
        if (locks.open(sector, type, key)) {
            misses.clear();
        }
    }

    /**
     * Tries a key everywhere.
     *
     * @param key the key
     * @throws NfcException if the card is gone
     */
    public void sweep(ClassicKey key) throws NfcException {
        sweep(key, sectors);
    }

    /**
     * Tries a key on some sectors, on each as key A before it is tried on any as key B.
     *
     * @param key the key
     * @param where the sectors
     * @throws NfcException if the card is gone
     */
    public void sweep(ClassicKey key, List<SectorNo> where) throws NfcException {
        for (KeyType type : KeyType.values()) {
            for (SectorNo sector : where) {
                if (locks.isWanted(sector, type) && !misses.remove(new Miss(sector, type, key))) {
                    locks.open(sector, type, key);
                }
            }
        }
    }
}
