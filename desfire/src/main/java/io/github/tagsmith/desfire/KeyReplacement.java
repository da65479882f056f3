package io.github.tagsmith.desfire;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.channel.DesfireChannel;
import io.github.tagsmith.desfire.command.ChangeKey;
import io.github.tagsmith.desfire.command.ChangeKeyEv2;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.KeySetNo;
import java.util.Optional;

/**
 * Gives a key of the selected application, or of the card, another value. Works out whether the key number carries the algorithm
 * (at card level), and whether the old key is needed (for any but the one that the session was authenticated with).
 *
 * @param channel a channel with a session of the key that may change keys
 */
public record KeyReplacement(DesfireChannel channel) {

    /**
     * Whether a key is the one that the session was authenticated with; the session is over once it is changed.
     *
     * @param keyNo which key
     * @return true if so
     */
    public boolean isOwn(KeyNo keyNo) {
        return channel.session()
                .origin()
                .map(origin -> origin.keyNo().equals(keyNo))
                .orElse(false);
    }

    /**
     * Changes a key of the active key set.
     *
     * @param keyNo which key
     * @param newKey what it becomes
     * @param oldKey what it is now; needed unless it is the session's own
     * @throws NfcException {@code INVALID_REQUEST} without the old key where it is needed; what the card says otherwise
     */
    public void replace(KeyNo keyNo, DesfireKey newKey, Optional<DesfireKey> oldKey) throws NfcException {
        if (!isOwn(keyNo) && oldKey.isEmpty()) {
            throw new NfcException(
                            ErrorKind.INVALID_REQUEST, "key " + keyNo + " cannot be changed without its old value")
                    .withHint("a session of another key needs it; --old gives it");
        }
        channel.send(new ChangeKey(keyNo, isCardLevel(), newKey, isOwn(keyNo) ? Optional.empty() : oldKey));
    }

    /**
     * Changes a key of a key set that is not active.
     *
     * @param set which key set
     * @param keyNo which key
     * @param newKey what it becomes
     * @param oldKey what it is now
     * @throws NfcException what the card says
     */
    public void replace(KeySetNo set, KeyNo keyNo, DesfireKey newKey, DesfireKey oldKey) throws NfcException {
        channel.send(new ChangeKeyEv2(set, keyNo, isCardLevel(), newKey, Optional.of(oldKey)));
    }

    private boolean isCardLevel() {
        return channel.application().map(Aid::isPicc).orElse(false);
    }
}
