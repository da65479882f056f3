package io.github.tagsmith.classic.keys;

import io.github.tagsmith.classic.Cancellation;
import io.github.tagsmith.classic.CardAccess;
import io.github.tagsmith.classic.ClassicSession;
import io.github.tagsmith.classic.model.AccessBits;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.Mad;
import io.github.tagsmith.classic.model.MadAid;
import io.github.tagsmith.classic.model.MadPart;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.model.SectorTrailer;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Finds the keys of a card in few exchanges. Remembered keys are tried where they fitted; then each key of the list is loaded
 * once and swept over the sectors that still want one: at most 1 + 2 x sectors exchanges for a key that fits nowhere. The
 * trailer tells whether key B can be read, or is worth looking for. A key for directory or NDEF is tried first where the card
 * says that it belongs.
 */
public final class KeySearch {

    private final CardAccess card;
    private final List<SectorNo> sectors;
    private final BiConsumer<KeyMap, Integer> progress;
    private final KeyMap found = new KeyMap();
    private final Set<SectorNo> keyBIsData = new HashSet<>();
    private final Cancellation cancellation;
    private final KeySweep sweep;
    private ClassicSession session;

    /**
     * A search that is about to begin.
     *
     * @param card the card
     * @param sectors the sectors whose keys are wanted
     * @param progress told of what is found so far and of how many keys are left to try
     * @param cancellation asked before every key
     */
    public KeySearch(
            CardAccess card, List<SectorNo> sectors, BiConsumer<KeyMap, Integer> progress, Cancellation cancellation) {
        this.card = card;
        this.sectors = List.copyOf(sectors);
        this.progress = progress;
        this.cancellation = cancellation;
        this.sweep = new KeySweep(sectors, new Sectors());
        this.session = card.newSession();
    }

    /**
     * Searches.
     *
     * @param remembered the keys that this card had when it was here before
     * @param keys the keys to try, in order
     * @return what was found, also when the card left, the reader failed or it was called off in the middle
     * @throws NfcException if that happens before anything was found
     */
    public KeysFound search(KeyMap remembered, List<ClassicKey> keys) throws NfcException {
        try {
            sweep.recall(remembered);
            List<ClassicKey> left = new ArrayList<>(keys);
            while (!left.isEmpty() && sweep.somethingIsWanted()) {
                ClassicKey key = left.remove(0);
                sweep.sweep(key);
                if (key.equals(ClassicKey.MAD) && left.contains(ClassicKey.NDEF)) {
                    sweep.sweep(ClassicKey.NDEF, ndefSectors());
                }
                progress.accept(found, left.size());
            }
        } catch (NfcException e) {
            if (found.size() == 0) {
                throw e;
            }
            return new KeysFound(found, Optional.of(e));
        }
        return new KeysFound(found, Optional.empty());
    }

    private boolean authenticate(BlockNo block, KeyType type, ClassicKey key) throws NfcException {
        cancellation.check();
        return session.authenticate(block, type, key);
    }

    /** The sectors of this card, as the sweep finds them. */
    private final class Sectors implements KeySweep.Locks {

        @Override
        public boolean isWanted(SectorNo sector, KeyType type) {
            return found.get(sector, type).isEmpty() && !(type == KeyType.B && keyBIsData.contains(sector));
        }

        @Override
        public boolean open(SectorNo sector, KeyType type, ClassicKey key) throws NfcException {
            if (!authenticate(sector.trailer(), type, key)) {
                return false;
            }
            found.put(sector, type, key);
            if (type == KeyType.A && isWanted(sector, KeyType.B)) {
                session.read(sector.trailer()).ifPresent(trailer -> learn(sector, trailer));
            }
            return true;
        }

        @Override
        public void reactivate() throws NfcException {
            card.reactivate();
            session = card.newSession();
        }
    }

    private void learn(SectorNo sector, Bytes trailer) {
        boolean readable = AccessBits.decode(trailer.slice(SectorTrailer.ACCESS, SectorTrailer.GPB))
                .map(bits -> !bits.keyBUsable())
                .orElse(false);
        if (readable) {
            keyBIsData.add(sector);
            found.put(sector, KeyType.B, ClassicKey.of(trailer.slice(SectorTrailer.KEY_B)));
        }
    }

    /** The NFC sectors by the first half of the directory, if that is open now. */
    private List<SectorNo> ndefSectors() throws NfcException {
        BlockNo first = new BlockNo(MadPart.MAD1_BLOCK);
        if (!found.get(first.sector(), KeyType.A).equals(Optional.of(ClassicKey.MAD))
                || !authenticate(first, KeyType.A, ClassicKey.MAD)) {
            return List.of();
        }
        Optional<Bytes> head = session.read(first);
        Optional<Bytes> tail = head.isEmpty() ? head : session.read(new BlockNo(MadPart.MAD1_BLOCK + 1));
        if (head.isEmpty() || tail.isEmpty()) {
            return List.of();
        }
        Mad mad = Mad.decode(0x81, head.get().plus(tail.get()), Optional.empty());
        return mad.entries().entrySet().stream()
                .filter(entry -> entry.getValue().equals(MadAid.NDEF))
                .map(Map.Entry::getKey)
                .filter(sectors::contains)
                .toList();
    }
}
