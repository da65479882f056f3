package io.github.tagsmith.desfire.observer;

import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.KeyNo;
import java.util.Optional;

/**
 * A key that an observer knows.
 *
 * @param key the key
 * @param application the only application it is for; empty for any
 * @param keyNo the only number it has there; empty for any
 * @param origin where it comes from, in words that do not say its value
 */
public record KnownKey(DesfireKey key, Optional<Aid> application, Optional<KeyNo> keyNo, String origin) {

    /**
     * A key for any place.
     *
     * @param key the key
     * @param origin where it comes from
     * @return the known key
     */
    public static KnownKey anywhere(DesfireKey key, String origin) {
        return new KnownKey(key, Optional.empty(), Optional.empty(), origin);
    }

    /** Whether it may be the key of an authentication; an application that is not known may be any. */
    boolean suits(AuthenticationMethod method, Optional<Aid> selected, KeyNo wanted) {
        return method.takes(key.algorithm())
                && keyNo.map(wanted::equals).orElse(true)
                && (application.isEmpty() || selected.isEmpty() || application.equals(selected));
    }

    /** Its origin, not its value. */
    @Override
    public String toString() {
        return origin;
    }
}
