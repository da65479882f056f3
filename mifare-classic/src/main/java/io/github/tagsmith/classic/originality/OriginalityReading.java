package io.github.tagsmith.classic.originality;

import io.github.tagsmith.classic.CardAccess;
import io.github.tagsmith.classic.ClassicSession;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import io.github.tagsmith.core.error.NfcException;
import java.util.Optional;

/** Reads the signature. Several readers do not let anybody past block 63 of a card whose ATR says 1K. */
public final class OriginalityReading {

    private OriginalityReading() {}

    /**
     * Reads.
     *
     * @param card the card
     * @return the signature; empty if hidden sector 17 does not open with a known key, or the reader does not go there
     * @throws NfcException if the card is gone
     */
    public static Optional<OriginalitySignature> read(CardAccess card) throws NfcException {
        ClassicSession session = card.newSession();
        BlockNo first = new BlockNo(OriginalitySignature.FIRST_BLOCK);
        BlockNo second = new BlockNo(OriginalitySignature.FIRST_BLOCK + 1);
        for (Signer signer : Signer.values()) {
            if (session.authenticate(first, KeyType.B, ClassicKey.of(signer.sectorKeyB()))) {
                Optional<Bytes> r = session.read(first);
                Optional<Bytes> s = r.isEmpty() ? r : session.read(second);
                return s.map(half -> new OriginalitySignature(r.orElseThrow(), half));
            }
        }
        return Optional.empty();
    }
}
