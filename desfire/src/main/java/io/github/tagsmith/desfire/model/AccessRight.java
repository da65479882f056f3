package io.github.tagsmith.desfire.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may do something with a file: the holder of a key, everybody, or nobody.
 *
 * @param nibble 0 to 13 a key number, 14 free, 15 never
 */
public record AccessRight(int nibble) {

    /** Everybody, without authentication. */
    public static final AccessRight FREE = new AccessRight(14);

    /** Nobody. */
    public static final AccessRight NEVER = new AccessRight(15);

    /**
     * Checks the range.
     *
     * @param nibble 0 to 15
     */
    public AccessRight {
        if (nibble < 0 || nibble > 15) {
            throw new IllegalArgumentException("not an access right: " + nibble);
        }
    }

    /**
     * The holder of a key.
     *
     * @param key key 0 to 13
     * @return that right
     */
    public static AccessRight of(KeyNo key) {
        if (key.value() > 13) {
            throw new IllegalArgumentException("no file right names key " + key);
        }
        return new AccessRight(key.value());
    }

    /**
     * The key that is needed.
     *
     * @return its number; nothing for free and never
     */
    public Optional<KeyNo> key() {
        return nibble < 14 ? Optional.of(new KeyNo(nibble)) : Optional.empty();
    }

    /** Written out: what the compiler puts into a record costs a dozen generated classes when it is used first. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AccessRight that && nibble == that.nibble;
    }

    @Override
    public int hashCode() {
        return nibble;
    }

    /** A key number in decimal, {@code free} or {@code never}. */
    @Override
    public String toString() {
        return key().map(KeyNo::toString).orElse(equals(FREE) ? "free" : "never");
    }
}
