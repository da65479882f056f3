package io.github.tagsmith.classic.dump;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.Optional;

/**
 * What a reader, or the head of a file, says of a card beside its blocks.
 *
 * @param uid the UID
 * @param atqa ATQA, most significant byte first
 * @param sak SAK
 * @param ats ATS, which only cards that speak ISO 14443-4 as well have
 * @param signature the originality signature of an EV1, 32 bytes
 * @param name what somebody called the card
 */
public record CardIdentity(
        Optional<Bytes> uid,
        Optional<Integer> atqa,
        Optional<Integer> sak,
        Optional<Bytes> ats,
        Optional<Bytes> signature,
        Optional<String> name) {

    /** Nothing is said. */
    public static final CardIdentity NONE = new CardIdentity(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * What a selection tells.
     *
     * @param uid the UID
     * @param atqa ATQA, most significant byte first
     * @param sak SAK
     */
    public CardIdentity(Optional<Bytes> uid, Optional<Integer> atqa, Optional<Integer> sak) {
        this(uid, atqa, sak, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * A UID and nothing else, as a PC/SC reader tells it.
     *
     * @param uid the UID
     * @return an identity that has it
     */
    public static CardIdentity ofUid(Bytes uid) {
        return new CardIdentity(Optional.of(uid), Optional.empty(), Optional.empty());
    }
}
