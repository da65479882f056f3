package io.github.tagsmith.desfire.observer;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.sm.SessionKeys;
import java.util.List;
import java.util.Optional;

/**
 * An authentication.
 *
 * @param places where it is
 * @param method how
 * @param first false for one inside a transaction (77)
 * @param application the application whose key it is; empty if its selection was not heard
 * @param keyNo the key's number
 * @param outcome what came of it
 * @param status the last status
 * @param key which known key the reader used
 * @param sessionKeys the keys of the session
 * @param ti transaction identifier; empty if there is none
 */
public record ObservedAuthentication(
        List<String> places,
        AuthenticationMethod method,
        boolean first,
        Optional<Aid> application,
        KeyNo keyNo,
        Outcome outcome,
        int status,
        Optional<KnownKey> key,
        Optional<SessionKeys> sessionKeys,
        Bytes ti)
        implements Observation {

    /** What came of an authentication. */
    public enum Outcome {
        /** Reader and card know the key, and so does the observer. */
        OPENED("opened"),
        /** The reader used a known key; the card refused it, or its first answer was no challenge. */
        REFUSED("refused"),
        /** No known key fits what the reader sent. */
        NO_KEY("no-key"),
        /** The reader used a known key; the card accepted, but its proof is wrong. */
        FALSE_PROOF("false-proof"),
        /** It did not come to an end. */
        BROKEN_OFF("broken-off");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        /** One word. */
        @Override
        public String toString() {
            return label;
        }
    }

    /**
     * Copies the list.
     *
     * @param places where it is
     * @param method how
     * @param first false for one inside a transaction
     * @param application the application
     * @param keyNo the key's number
     * @param outcome what came of it
     * @param status the last status
     * @param key which known key the reader used
     * @param sessionKeys the keys of the session
     * @param ti transaction identifier
     */
    public ObservedAuthentication {
        places = List.copyOf(places);
    }

    @Override
    public String fault() {
        return outcome == Outcome.FALSE_PROOF ? "the card's proof is wrong" : "";
    }

    /** Without session keys. */
    @Override
    public String toString() {
        return method + " key " + keyNo + ": " + outcome;
    }
}
