package io.github.tagsmith.classic.plan;

import io.github.tagsmith.classic.CardAccess;
import io.github.tagsmith.classic.ClassicSession;
import io.github.tagsmith.classic.dump.BlocksRead;
import io.github.tagsmith.classic.dump.CardIdentity;
import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.core.contactless.KeyType;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.List;

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
        BlocksRead blocks = new BlocksRead(ClassicType.K4);
        authenticate(session, sector);
        blocks.learnKey(sector, keyType, key);
        session.read(sector.trailer()).ifPresent(bytes -> blocks.learnTrailer(sector, bytes));
        for (BlockNo block : wanted) {
            if (blocks.mayBeRead(block, keyType)) {
                authenticate(session, sector);
                session.read(block).ifPresent(bytes -> blocks.learn(block, bytes));
            }
        }
        return blocks.dump(CardIdentity.NONE);
    }

    private void authenticate(ClassicSession session, SectorNo sector) throws NfcException {
        if (!session.authenticate(sector.trailer(), keyType, key)) {
            throw new NfcException(
                            ErrorKind.AUTHENTICATION_FAILED, "key " + keyType + " does not open sector " + sector)
                    .withHint("Say which key with --key, and --type A or B");
        }
    }
}
