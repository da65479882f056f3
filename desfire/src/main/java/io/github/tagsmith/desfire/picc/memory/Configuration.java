package io.github.tagsmith.desfire.picc.memory;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.desfire.model.KeyVersion;

/**
 * What SetConfiguration sets.
 *
 * @param flags option 00, see the constants here
 * @param defaultKey option 01: 24 bytes that the keys of new applications begin as
 * @param defaultVersion option 01: their version
 * @param ats option 02: the answer to select
 * @param lrp option 05: LRP in place of AES
 * @param failures option 0A: how failed authentications are counted
 */
public record Configuration(
        int flags, SecretBytes defaultKey, KeyVersion defaultVersion, Bytes ats, boolean lrp, FailureRule failures) {

    /** Bit of option 00: FormatPICC is switched off. */
    public static final int NO_FORMAT = 0x01;

    /** Bit of option 00: the UID of anticollision is random. */
    public static final int RANDOM_UID = 0x02;

    /** The length of the default key, in bytes. */
    public static final int DEFAULT_KEY_LENGTH = 24;

    /**
     * How failed authentications are counted, DESFire Light and NTAG 424 DNA (MF2DLHX0, SetConfiguration option 0A; stated only).
     *
     * @param enabled whether they are
     * @param limit how many, less what successful ones take off, disable a key
     * @param decrement what a successful authentication takes off
     */
    public record FailureRule(boolean enabled, int limit, int decrement) {

        /** Nothing is counted, as EV1 to EV3 are delivered. */
        public static final FailureRule OFF = new FailureRule(false, 0, 0);
    }

    /**
     * As cards are delivered.
     *
     * @param ats the answer to select
     * @param failures how failed authentications are counted
     * @return that configuration
     */
    public static Configuration delivered(Bytes ats, FailureRule failures) {
        return new Configuration(
                0, SecretBytes.of(Bytes.zeros(DEFAULT_KEY_LENGTH)), KeyVersion.ZERO, ats, false, failures);
    }

    /**
     * Whether a flag of option 00 is set.
     *
     * @param flag one of the constants here
     * @return true if so
     */
    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /**
     * With more flags of option 00; none goes away again.
     *
     * @param more the flags
     * @return the changed configuration
     */
    public Configuration flagged(int more) {
        return new Configuration(flags | more, defaultKey, defaultVersion, ats, lrp, failures);
    }

    /**
     * With another default key.
     *
     * @param key 24 bytes
     * @param version its version
     * @return the changed configuration
     */
    public Configuration withDefaultKey(SecretBytes key, KeyVersion version) {
        return new Configuration(flags, key, version, ats, lrp, failures);
    }

    /**
     * With another answer to select.
     *
     * @param newAts the answer
     * @return the changed configuration
     */
    public Configuration withAts(Bytes newAts) {
        return new Configuration(flags, defaultKey, defaultVersion, newAts, lrp, failures);
    }

    /**
     * With LRP in place of AES, for good.
     *
     * @return the changed configuration
     */
    public Configuration withLrp() {
        return new Configuration(flags, defaultKey, defaultVersion, ats, true, failures);
    }

    /**
     * With another rule for failed authentications.
     *
     * @param rule the rule
     * @return the changed configuration
     */
    public Configuration with(FailureRule rule) {
        return new Configuration(flags, defaultKey, defaultVersion, ats, lrp, rule);
    }
}
