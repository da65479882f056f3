package io.github.tagsmith.classic;

import io.github.tagsmith.core.error.NfcException;

/** The way to one card, for work that needs more than one session: reading back with new keys, waking the card up again. */
public interface CardAccess {

    /**
     * A session that takes nothing for granted: no sector open, no key in a slot.
     *
     * @return the session
     */
    ClassicSession newSession();

    /**
     * Takes the card back to its state after it came into the field; a card that refuses a key it is known to have may want that.
     *
     * @throws NfcException if the card is gone
     */
    void reactivate() throws NfcException;
}
