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
 * @param sak option 03: the select acknowledge of both cascade levels, 2 bytes
 * @param messaging option 04: what is switched off, see the constants here
 * @param capabilities option 05: PDCap2, 6 bytes; bit 1 of the first is LRP in place of AES
 * @param failures option 0A: how failed authentications are counted
 */
public record Configuration(
        int flags,
        SecretBytes defaultKey,
        KeyVersion defaultVersion,
        Bytes ats,
        Bytes sak,
        int messaging,
        Bytes capabilities,
        FailureRule failures) {

    /** Bit of option 00: FormatPICC is switched off. */
    public static final int NO_FORMAT = 0x01;

    /** Bit of option 00: the UID of anticollision is random. */
    public static final int RANDOM_UID = 0x02;

    /** Bit of option 04: no authentication 0A. */
    public static final int NO_D40_MESSAGING = 0x01;

    /** Bit of option 04: no authentication 1A and AA. */
    public static final int NO_EV1_MESSAGING = 0x02;

    /** Bit of option 04: nothing is written in chained frames with a MAC. */
    public static final int NO_CHAINED_WRITING = 0x04;

    /** The length of the default key, in bytes. */
    public static final int DEFAULT_KEY_LENGTH = 24;

    /** The select acknowledge as delivered: UID not complete, then ISO/IEC 14443-4. */
    public static final Bytes SAK = Bytes.of(0x24, 0x20);

    /** The length of PDCap2, in bytes. */
    public static final int CAPABILITIES_LENGTH = 6;

    private static final int LRP = 0x02;

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
                0,
                SecretBytes.of(Bytes.zeros(DEFAULT_KEY_LENGTH)),
                KeyVersion.ZERO,
                ats,
                SAK,
                0,
                Bytes.zeros(CAPABILITIES_LENGTH),
                failures);
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
     * Whether option 04 switched something off.
     *
     * @param what one of the constants here
     * @return true if so
     */
    public boolean lacks(int what) {
        return (messaging & what) != 0;
    }

    /**
     * Whether LRP takes the place of AES.
     *
     * @return true if so
     */
    public boolean lrp() {
        return (capabilities.get(0) & LRP) != 0;
    }

    /**
     * With more flags of option 00; none goes away again.
     *
     * @param more the flags
     * @return the changed configuration
     */
    public Configuration flagged(int more) {
        return new Configuration(flags | more, defaultKey, defaultVersion, ats, sak, messaging, capabilities, failures);
    }

    /**
     * With another default key.
     *
     * @param key 24 bytes
     * @param version its version
     * @return the changed configuration
     */
    public Configuration withDefaultKey(SecretBytes key, KeyVersion version) {
        return new Configuration(flags, key, version, ats, sak, messaging, capabilities, failures);
    }

    /**
     * With another answer to select.
     *
     * @param newAts the answer
     * @return the changed configuration
     */
    public Configuration withAts(Bytes newAts) {
        return new Configuration(flags, defaultKey, defaultVersion, newAts, sak, messaging, capabilities, failures);
    }

    /**
     * With another select acknowledge.
     *
     * @param newSak 2 bytes
     * @return the changed configuration
     */
    public Configuration withSak(Bytes newSak) {
        return new Configuration(flags, defaultKey, defaultVersion, ats, newSak, messaging, capabilities, failures);
    }

    /**
     * With other messaging switched off.
     *
     * @param newMessaging the bits of option 04
     * @return the changed configuration
     */
    public Configuration withMessaging(int newMessaging) {
        return new Configuration(flags, defaultKey, defaultVersion, ats, sak, newMessaging, capabilities, failures);
    }

    /**
     * With LRP in place of AES, for good.
     *
     * @return the changed configuration
     */
    public Configuration withLrp() {
        return withCapabilities(capabilities.with(0, Bytes.of(capabilities.get(0) | LRP)));
    }

    /**
     * With other capabilities.
     *
     * @param newCapabilities PDCap2, 6 bytes
     * @return the changed configuration
     */
    public Configuration withCapabilities(Bytes newCapabilities) {
        return new Configuration(flags, defaultKey, defaultVersion, ats, sak, messaging, newCapabilities, failures);
    }

    /**
     * With another rule for failed authentications.
     *
     * @param rule the rule
     * @return the changed configuration
     */
    public Configuration with(FailureRule rule) {
        return new Configuration(flags, defaultKey, defaultVersion, ats, sak, messaging, capabilities, rule);
    }
}
