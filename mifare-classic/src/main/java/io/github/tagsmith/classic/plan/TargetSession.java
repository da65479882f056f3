package io.github.tagsmith.classic.plan;

import io.github.tagsmith.classic.CardAccess;
import io.github.tagsmith.classic.ClassicSession;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import io.github.tagsmith.core.error.NfcException;
import java.util.Optional;

/** The conversation with the card that is written, through keys that ought to be right. */
final class TargetSession {

    private final CardAccess card;
    private ClassicSession session;

    TargetSession(CardAccess card) {
        this.card = card;
        this.session = card.newSession();
    }

    /** A key that ought to be right and fails means a card that wants to be woken up; that is done once. */
    boolean authenticate(BlockNo block, KeyType type, ClassicKey key) throws NfcException {
        if (session.authenticate(block, type, key)) {
            return true;
        }
        card.reactivate();
        session = card.newSession();
        return session.authenticate(block, type, key);
    }

    /** The next authentication is tried on the card, even if it is the present one; keys stay in the reader. */
    void forgetAuthentication() {
        session.forgetAuthentication();
    }

    boolean send(WriteStep step) throws NfcException {
        return switch (step.kind()) {
            case INCREMENT -> session.increment(step.block(), step.operand());
            case DECREMENT -> session.decrement(step.block(), step.operand());
            case COPY -> session.copy(new BlockNo(step.operand()), step.block());
            default -> session.write(step.block(), step.data());
        };
    }

    /** Empty if the sector is not open or the card refuses. */
    Optional<Bytes> read(BlockNo block) throws NfcException {
        return session.isOpen(block) ? session.read(block) : Optional.empty();
    }
}
