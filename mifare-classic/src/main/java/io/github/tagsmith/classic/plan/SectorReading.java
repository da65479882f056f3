package io.github.tagsmith.classic.plan;

import io.github.tagsmith.classic.CardAccess;
import io.github.tagsmith.classic.ClassicSession;
import io.github.tagsmith.classic.dump.CardIdentity;
import io.github.tagsmith.classic.dump.Dump;
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

/** Reads what is needed of one sector, with the one key that is given for it. */
public final class SectorReading {

    private final CardAccess card;
    private final KeyType keyType;
    private final ClassicKey key;

    /**
     * A reading with a key.
     *
     * @param card the card
     * @param keyType which of the sector's keys it is
     * @param key the key
     */
    public SectorReading(CardAccess card, KeyType keyType, ClassicKey key) {
        this.card = card;
        this.keyType = keyType;
        this.key = key;
    }

    /**
     * Reads the trailer and some data blocks.
     *
     * @param sector the sector
     * @param wanted data blocks of it
     * @return what is known of the card now; everything else is unknown
     * @throws NfcException {@code AUTHENTICATION_FAILED} if the key does not open the sector
     */
    public Dump read(SectorNo sector, List<BlockNo> wanted) throws NfcException {
        ClassicSession session = card.newSession();
        List<BlockContent> blocks =
                new ArrayList<>(Collections.nCopies(ClassicType.K4.blockCount(), BlockContent.UNKNOWN));
        authenticate(session, sector);
        Optional<Bytes> trailer = session.read(sector.trailer());
        blocks.set(sector.trailer().value(), known(trailer));
        SectorState state = new SectorState(sector, blocks.get(sector.trailer().value()));
        for (BlockNo block : wanted) {
            boolean mayRead =
                    state.access().map(bits -> bits.mayRead(block, keyType)).orElse(true);
            if (mayRead) {
                authenticate(session, sector);
                session.read(block).ifPresent(bytes -> blocks.set(block.value(), BlockContent.of(bytes)));
            }
        }
        return new Dump(ClassicType.K4, blocks, CardIdentity.NONE);
    }

    private void authenticate(ClassicSession session, SectorNo sector) throws NfcException {
        if (!session.authenticate(sector.trailer(), keyType, key)) {
            throw new NfcException(
                            ErrorKind.AUTHENTICATION_FAILED, "key " + keyType + " does not open sector " + sector)
                    .withHint("Say which key with --key, and --type A or B");
        }
    }

    private BlockContent known(Optional<Bytes> read) {
        int offset = SectorTrailer.offset(keyType);
        BlockContent content = BlockContent.UNKNOWN.with(offset, key.reveal());
        if (read.isEmpty()) {
            return content;
        }
        Bytes access = TrailerPart.ACCESS.of(read.get());
        boolean keyBShown = AccessBits.decode(access.slice(0, AccessBits.LENGTH))
                .map(bits -> !bits.keyBUsable())
                .orElse(false);
        content = content.with(SectorTrailer.ACCESS, access);
        return keyBShown ? content.with(SectorTrailer.KEY_B, TrailerPart.KEY_B.of(read.get())) : content;
    }
}
