package io.github.tagsmith.classic.plan;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.AccessBits;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.DataRights;
import io.github.tagsmith.classic.model.KeyHolders;
import io.github.tagsmith.classic.model.LockOut.KnownKeys;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.model.SectorTrailer;
import io.github.tagsmith.classic.model.TrailerRights;
import io.github.tagsmith.core.contactless.KeyType;
import java.util.Optional;

/**
 * What may be done with a sector as it is known at some moment: its access bits, and the keys that are known.
 *
 * @param sector the sector
 * @param trailer what is known of its trailer
 */
record SectorState(SectorNo sector, BlockContent trailer) {

    static SectorState of(Dump dump, SectorNo sector) {
        return new SectorState(sector, dump.block(sector.trailer()));
    }

    Optional<AccessBits> access() {
        return trailer.part(SectorTrailer.ACCESS, AccessBits.LENGTH).flatMap(AccessBits::decode);
    }

    Optional<ClassicKey> key(KeyType type) {
        int offset = SectorTrailer.offset(type);
        return trailer.part(offset, ClassicKey.LENGTH).map(ClassicKey::of);
    }

    /** Whether a key is known and opens something. */
    boolean canUse(KeyType type) {
        boolean isKey =
                type == KeyType.A || access().map(AccessBits::keyBUsable).orElse(false);
        return isKey && key(type).isPresent();
    }

    KnownKeys knownKeys() {
        return new KnownKeys(canUse(KeyType.A), canUse(KeyType.B));
    }

    /** A known key among those that may, key A first. */
    Optional<KeyType> usableOf(KeyHolders holders) {
        for (KeyType type : KeyType.values()) {
            if (holders.include(type) && canUse(type)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    Optional<DataRights> data(BlockNo block) {
        return access().map(bits -> DataRights.of(bits.data(block), bits.keyBUsable()));
    }

    Optional<TrailerRights> trailerRights() {
        return access().map(bits -> TrailerRights.of(bits.trailer()));
    }
}
