package io.github.tagsmith.classic.dump;

import io.github.tagsmith.classic.ClassicSession;
import io.github.tagsmith.classic.model.AccessBits;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.model.SectorTrailer;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Reads a card with a list of keys, in few exchanges: each key is loaded once and swept over all sectors that still want one,
 * and a sector is read under the authentication that found its key. The trailer comes first; its access bits say what this
 * key may read, and whether key B can be read from it or is worth looking for. So a card with one key for everything costs
 * one load, one authentication a sector and one read a block, or two a sector where the reader reads several blocks at once;
 * a key that fits nowhere at most 1 + 2 x sectors.
 */
public final class Dumper {

    private static final int ATTEMPTS = 2;

    private final ClassicSession session;
    private final ClassicType type;
    private final List<SectorNo> sectors;
    private final List<BlockContent> blocks;
    private final DumpProgress progress;

    /**
     * A dump that is about to begin.
     *
     * @param session the card
     * @param type its size
     * @param sectors the sectors that are wanted
     * @param progress told of every step
     */
    public Dumper(ClassicSession session, ClassicType type, List<SectorNo> sectors, DumpProgress progress) {
        this.session = session;
        this.type = type;
        this.sectors = List.copyOf(sectors);
        this.blocks = new ArrayList<>(Collections.nCopies(type.blockCount(), BlockContent.UNKNOWN));
        this.progress = progress;
    }

    /**
     * Reads what the keys allow.
     *
     * @param keys the keys, in the order in which they are tried
     * @param identity what is known of the card beside its blocks
     * @return what was read, also when the card left or the reader failed in the middle
     * @throws NfcException if the reader fails before anything was learned
     */
    public DumpResult dump(List<ClassicKey> keys, CardIdentity identity) throws NfcException {
        Optional<NfcException> interruption = Optional.empty();
        try {
            for (int i = 0; i < keys.size() && somethingIsWanted(); i++) {
                sweep(keys.get(i), keys.size() - i - 1);
            }
        } catch (NfcException e) {
            boolean cardLeft = e.kind() == ErrorKind.CARD_REMOVED || e.kind() == ErrorKind.NO_CARD;
            if (!cardLeft && blocks.stream().allMatch(BlockContent::isUnknown)) {
                throw e;
            }
            interruption = Optional.of(e);
        }
        return new DumpResult(new Dump(type, blocks, identity), sectors, interruption);
    }

    private boolean somethingIsWanted() {
        return sectors.stream().anyMatch(sector -> wants(sector, KeyType.A) || wants(sector, KeyType.B));
    }

    private void sweep(ClassicKey key, int keysLeft) throws NfcException {
        for (KeyType keyType : KeyType.values()) {
            for (SectorNo sector : sectors) {
                if (wants(sector, keyType) && session.authenticate(sector.trailer(), keyType, key)) {
                    learnKey(sector, keyType, key);
                    readSector(sector, keyType, key);
                    report(keysLeft);
                }
            }
        }
        report(keysLeft);
    }

    /** Key B is wanted only where it is a key; that is known once the trailer has been read with key A. */
    private boolean wants(SectorNo sector, KeyType keyType) {
        int offset = keyType == KeyType.A ? SectorTrailer.KEY_A : SectorTrailer.KEY_B;
        return trailer(sector).part(offset, ClassicKey.LENGTH).isEmpty();
    }

    private BlockContent trailer(SectorNo sector) {
        return blocks.get(sector.trailer().value());
    }

    private void learnKey(SectorNo sector, KeyType keyType, ClassicKey key) {
        int offset = keyType == KeyType.A ? SectorTrailer.KEY_A : SectorTrailer.KEY_B;
        learn(sector.trailer(), trailer(sector).with(offset, key.reveal()));
    }

    private void learn(BlockNo block, BlockContent content) {
        blocks.set(block.value(), content);
    }

    private void readSector(SectorNo sector, KeyType keyType, ClassicKey key) throws NfcException {
        if (accessBytes(sector).isEmpty()) {
            readTrailer(sector, keyType, key);
        }
        Optional<AccessBits> access = accessBytes(sector).flatMap(AccessBits::decode);
        List<BlockNo> wanted = sector.dataBlocks().stream()
                .filter(block ->
                        access.map(bits -> bits.mayRead(block, keyType)).orElse(true))
                .filter(block -> !blocks.get(block.value()).isComplete())
                .toList();
        for (int i = 0; i < wanted.size(); ) {
            int count = run(wanted, i);
            List<BlockNo> part = wanted.subList(i, i + count);
            if (count == 1 || !readAtOnce(part, keyType, key)) {
                for (BlockNo block : part) {
                    readBlock(block, keyType, key).ifPresent(bytes -> learn(block, BlockContent.of(bytes)));
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
        if (!session.authenticate(first, keyType, key)) {
            return false;
        }
        Optional<Bytes> read = session.read(first, part.size());
        for (int i = 0; read.isPresent() && i < part.size(); i++) {
            int at = i * ClassicType.BLOCK_LENGTH;
            learn(part.get(i), BlockContent.of(read.get().slice(at, at + ClassicType.BLOCK_LENGTH)));
        }
        return read.isPresent();
    }

    private Optional<Bytes> accessBytes(SectorNo sector) {
        return trailer(sector).part(SectorTrailer.ACCESS, AccessBits.LENGTH);
    }

    /** Key A reads as zeros, and so does key B where it is a key: only the rest, and a readable key B, is taken over. */
    private void readTrailer(SectorNo sector, KeyType keyType, ClassicKey key) throws NfcException {
        Optional<Bytes> read = readBlock(sector.trailer(), keyType, key);
        if (read.isEmpty()) {
            return;
        }
        Bytes bytes = read.get();
        BlockContent content =
                trailer(sector).with(SectorTrailer.ACCESS, bytes.slice(SectorTrailer.ACCESS, SectorTrailer.KEY_B));
        Optional<AccessBits> access =
                AccessBits.decode(bytes.slice(SectorTrailer.ACCESS, SectorTrailer.ACCESS + AccessBits.LENGTH));
        if (access.isPresent() && !access.get().keyBUsable()) {
            content = content.with(SectorTrailer.KEY_B, bytes.slice(SectorTrailer.KEY_B));
        }
        learn(sector.trailer(), content);
    }

    /**
     * A refused read has closed the sector, so it is authenticated for again, and the block is asked for once more: in a weak
     * field a card misses a command now and then.
     */
    private Optional<Bytes> readBlock(BlockNo block, KeyType keyType, ClassicKey key) throws NfcException {
        Optional<Bytes> read = Optional.empty();
        for (int attempt = 0; attempt < ATTEMPTS && read.isEmpty(); attempt++) {
            if (session.authenticate(block, keyType, key)) {
                read = session.read(block);
            }
        }
        return read;
    }

    /** Only the wanted sectors count. */
    private void report(int keysLeft) {
        List<BlockNo> wanted =
                sectors.stream().flatMap(sector -> sector.blocks().stream()).toList();
        long known = wanted.stream()
                .filter(block -> blocks.get(block.value()).isComplete())
                .count();
        progress.advanced((int) known, wanted.size(), keysLeft);
    }
}
