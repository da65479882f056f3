package io.github.tagsmith.classic.dump;

import io.github.tagsmith.classic.Cancellation;
import io.github.tagsmith.classic.CardAccess;
import io.github.tagsmith.classic.ClassicSession;
import io.github.tagsmith.classic.keys.KeyMap;
import io.github.tagsmith.classic.keys.KeySweep;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.List;
import java.util.Optional;

/**
 * Reads a card with a list of keys, in few exchanges: each key is loaded once and swept over all sectors that still want one,
 * and a sector is read under the authentication that found its key. The trailer comes first; its access bits say what this
 * key may read, and whether key B can be read from it or is worth looking for. So a card with one key for everything costs
 * one load, one authentication a sector and one read a block, or two a sector where the reader reads several blocks at once;
 * a key that fits nowhere at most 1 + 2 x sectors. Keys that the card had before are tried first, where they fitted.
 */
public final class Dumper {

    private static final int ATTEMPTS = 2;

    private final CardAccess card;
    private final List<SectorNo> sectors;
    private final BlocksRead blocks;
    private final DumpProgress progress;
    private final Cancellation cancellation;
    private final KeySweep sweep;
    private ClassicSession session;
    private int keysLeft;

    /**
     * A dump that is about to begin.
     *
     * @param card the card
     * @param type its size
     * @param sectors the sectors that are wanted
     * @param progress told of every step
     */
    public Dumper(CardAccess card, ClassicType type, List<SectorNo> sectors, DumpProgress progress) {
        this(card, type, sectors, progress, new Cancellation());
    }

    /**
     * A dump that is about to begin, and that can be called off.
     *
     * @param card the card
     * @param type its size
     * @param sectors the sectors that are wanted
     * @param progress told of every step
     * @param cancellation asked before every exchange
     */
    public Dumper(
            CardAccess card,
            ClassicType type,
            List<SectorNo> sectors,
            DumpProgress progress,
            Cancellation cancellation) {
        this.card = card;
        this.session = card.newSession();
        this.sectors = List.copyOf(sectors);
        this.blocks = new BlocksRead(type);
        this.progress = progress;
        this.cancellation = cancellation;
        this.sweep = new KeySweep(sectors, new Sectors());
    }

    /**
     * Reads what the keys allow, of a card that nothing is remembered of.
     *
     * @param keys the keys, in the order in which they are tried
     * @param identity what is known of the card beside its blocks
     * @return what was read, also when the card left, the reader failed or it was called off in the middle
     * @throws NfcException if the reader fails, or it is called off, before anything was learned
     */
    public DumpResult dump(List<ClassicKey> keys, CardIdentity identity) throws NfcException {
        return dump(new KeyMap(), keys, identity);
    }

    /**
     * Reads what the keys allow.
     *
     * @param remembered the keys that this card had when it was here before
     * @param keys the keys, in the order in which they are tried
     * @param identity what is known of the card beside its blocks
     * @return what was read, also when the card left, the reader failed or it was called off in the middle
     * @throws NfcException if the reader fails, or it is called off, before anything was learned
     */
    public DumpResult dump(KeyMap remembered, List<ClassicKey> keys, CardIdentity identity) throws NfcException {
        Optional<NfcException> interruption = Optional.empty();
        try {
            keysLeft = keys.size();
            sweep.recall(remembered);
            for (int i = 0; i < keys.size() && sweep.somethingIsWanted(); i++) {
                keysLeft = keys.size() - i - 1;
                sweep.sweep(keys.get(i));
                report();
            }
        } catch (NfcException e) {
            boolean cardLeft = e.kind() == ErrorKind.CARD_REMOVED || e.kind() == ErrorKind.NO_CARD;
            if (!cardLeft && blocks.isEmpty()) {
                throw e;
            }
            interruption = Optional.of(e);
        }
        return new DumpResult(blocks.dump(identity), sectors, interruption);
    }

    private boolean authenticate(BlockNo block, KeyType keyType, ClassicKey key) throws NfcException {
        cancellation.check();
        return session.authenticate(block, keyType, key);
    }

    private Optional<Bytes> read(BlockNo first, int count) throws NfcException {
        cancellation.check();
        return session.read(first, count);
    }

    /** The sectors of this card, as the sweep finds them. */
    private final class Sectors implements KeySweep.Locks {

        /** Key B is wanted only where it is a key; that is known once the trailer has been read with key A. */
        @Override
        public boolean isWanted(SectorNo sector, KeyType keyType) {
            return !blocks.isKeyKnown(sector, keyType);
        }

        @Override
        public boolean open(SectorNo sector, KeyType keyType, ClassicKey key) throws NfcException {
            if (!authenticate(sector.trailer(), keyType, key)) {
                return false;
            }
            blocks.learnKey(sector, keyType, key);
            readSector(sector, keyType, key);
            report();
            return true;
        }

        @Override
        public void reactivate() throws NfcException {
            card.reactivate();
            session = card.newSession();
        }
    }

    private void readSector(SectorNo sector, KeyType keyType, ClassicKey key) throws NfcException {
        if (!blocks.isTrailerRead(sector)) {
            readBlock(sector.trailer(), keyType, key).ifPresent(bytes -> blocks.learnTrailer(sector, bytes));
        }
        List<BlockNo> wanted = sector.dataBlocks().stream()
                .filter(block -> blocks.mayBeRead(block, keyType) && !blocks.isComplete(block))
                .toList();
        for (int i = 0; i < wanted.size(); ) {
            int count = run(wanted, i);
            List<BlockNo> part = wanted.subList(i, i + count);
            if (count == 1 || !readAtOnce(part, keyType, key)) {
                for (BlockNo block : part) {
                    readBlock(block, keyType, key).ifPresent(bytes -> blocks.learn(block, bytes));
                }
            }
            i += count;
        }
    }

    /** How many of the wanted blocks from an index on are neighbours, up to what the reader reads at once. */
    private int run(List<BlockNo> wanted, int from) {
        BlockNo first = wanted.get(from);
        int neighbours = 1;
        while (from + neighbours < wanted.size()
                && wanted.get(from + neighbours).value() == first.value() + neighbours) {
            neighbours++;
        }
        return session.blocksAtOnce(first, neighbours);
    }

    /** False if the reader or the card refuses, in which case each block has to be read by itself. */
    private boolean readAtOnce(List<BlockNo> part, KeyType keyType, ClassicKey key) throws NfcException {
        BlockNo first = part.get(0);
        if (!authenticate(first, keyType, key)) {
            return false;
        }
        Optional<Bytes> read = read(first, part.size());
        for (int i = 0; read.isPresent() && i < part.size(); i++) {
            int at = i * ClassicType.BLOCK_LENGTH;
            blocks.learn(part.get(i), read.get().slice(at, at + ClassicType.BLOCK_LENGTH));
        }
        return read.isPresent();
    }

    /**
     * A refused read has closed the sector, so it is authenticated for again, and the block is asked for once more: in a weak
     * field a card misses a command now and then.
     */
    private Optional<Bytes> readBlock(BlockNo block, KeyType keyType, ClassicKey key) throws NfcException {
        Optional<Bytes> read = Optional.empty();
        for (int attempt = 0; attempt < ATTEMPTS && read.isEmpty(); attempt++) {
            if (authenticate(block, keyType, key)) {
                read = read(block, 1);
            }
        }
        return read;
    }

    /** Only the wanted sectors count. */
    private void report() {
        List<BlockNo> wanted =
                sectors.stream().flatMap(sector -> sector.blocks().stream()).toList();
        long known = wanted.stream().filter(blocks::isComplete).count();
        progress.advanced((int) known, wanted.size(), keysLeft);
    }
}
