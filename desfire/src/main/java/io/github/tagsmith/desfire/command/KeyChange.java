package io.github.tagsmith.desfire.command;

import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.KeySetNo;
import java.util.Optional;

/**
 * A command that gives a key a new value: ChangeKey, ChangeKeyEV2. What it sends differs from one kind of session to the next
 * and with the key that the session was authenticated with, so the session makes it; section 7 of the protocol reference.
 *
 * @param <T> what its answer says
 */
public interface KeyChange<T> extends DesfireCommand<T> {

    /**
     * Which key is changed.
     *
     * @return its number, without type bits
     */
    KeyNo keyNo();

    /**
     * The key set that it belongs to.
     *
     * @return nothing for ChangeKey, which means the active set
     */
    Optional<KeySetNo> keySet();

    /**
     * What it becomes.
     *
     * @return the new key
     */
    DesfireKey newKey();

    /**
     * What it is now.
     *
     * @return the old key; needed only if the session was authenticated with another one
     */
    Optional<DesfireKey> oldKey();

    @Override
    default CommMode commMode() {
        return CommMode.FULL;
    }
}
