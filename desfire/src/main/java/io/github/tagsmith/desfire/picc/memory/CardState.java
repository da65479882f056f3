package io.github.tagsmith.desfire.picc.memory;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.CardGeneration;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.DfName;
import io.github.tagsmith.desfire.model.IsoFileId;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.KeySettings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Everything that a card keeps without power.
 *
 * @param generation which card it is
 * @param production what the factory wrote into it
 * @param signature the originality signature, 56 bytes, or empty
 * @param configuration what SetConfiguration sets
 * @param settings the key settings of the card
 * @param keys the keys of the card by number
 * @param applications its applications, in the order they were created in, which is that of GetApplicationIDs on a real EV1
 *     (full-apdu-traces.json, elmue-session-00)
 * @param memory the size of its memory, in blocks of 32 bytes
 * @param used how many of them are taken; deleting gives none back, only FormatPICC does (libnxpsc, hardware notes, EV3)
 * @param failures failed authentications of each key that are not made up for
 */
public record CardState(
        CardGeneration generation,
        Production production,
        Bytes signature,
        Configuration configuration,
        KeySettings settings,
        SortedMap<KeyNo, DesfireKey> keys,
        Map<Aid, Application> applications,
        int memory,
        int used,
        SortedMap<KeyPlace, FailureCount> failures) {

    /**
     * Copies the maps.
     *
     * @param generation which card it is
     * @param production what the factory wrote into it
     * @param signature the originality signature
     * @param configuration what SetConfiguration sets
     * @param settings the key settings of the card
     * @param keys the keys of the card by number
     * @param applications its applications
     * @param memory the size of its memory, in blocks
     * @param used how many of them are taken
     * @param failures failed authentications of each key
     */
    public CardState {
        keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
        applications = Collections.unmodifiableMap(new LinkedHashMap<>(applications));
        failures = Collections.unmodifiableSortedMap(new TreeMap<>(failures));
    }

    /**
     * An application.
     *
     * @param aid which
     * @return the application, if there is one
     */
    public Optional<Application> application(Aid aid) {
        return Optional.ofNullable(applications.get(aid));
    }

    /**
     * The application with a DF name.
     *
     * @param name the whole name
     * @return the application, if there is one
     */
    public Optional<Application> applicationWith(DfName name) {
        return find(application -> application.dfName().equals(Optional.of(name)));
    }

    /**
     * The application with an ISO identifier.
     *
     * @param id the identifier
     * @return the application, if there is one
     */
    public Optional<Application> applicationWith(IsoFileId id) {
        return find(application -> application.isoId().equals(Optional.of(id)));
    }

    private Optional<Application> find(Predicate<Application> wanted) {
        return applications.values().stream().filter(wanted).findFirst();
    }

    /**
     * How many blocks are free.
     *
     * @return blocks of 32 bytes
     */
    public int free() {
        return memory - used;
    }

    /**
     * With an application put in or changed.
     *
     * @param application the application
     * @return the changed card
     */
    public CardState with(Application application) {
        Map<Aid, Application> changed = new LinkedHashMap<>(applications);
        changed.put(application.aid(), application);
        return withApplications(changed, used);
    }

    /**
     * Without an application; its memory stays taken.
     *
     * @param aid which
     * @return the changed card
     */
    public CardState without(Aid aid) {
        Map<Aid, Application> changed = new LinkedHashMap<>(applications);
        changed.remove(aid);
        return withApplications(changed, used);
    }

    /**
     * Without applications, and all memory free again.
     *
     * @return the changed card
     */
    public CardState formatted() {
        return withApplications(Map.of(), 0);
    }

    /**
     * With more memory taken.
     *
     * @param blocks how many blocks more
     * @return the changed card
     */
    public CardState taking(int blocks) {
        return withApplications(applications, used + blocks);
    }

    private CardState withApplications(Map<Aid, Application> newApplications, int newUsed) {
        return new CardState(
                generation,
                production,
                signature,
                configuration,
                settings,
                keys,
                newApplications,
                memory,
                newUsed,
                failures);
    }

    /**
     * With another key of the card.
     *
     * @param number which
     * @param key the key
     * @return the changed card
     */
    public CardState with(KeyNo number, DesfireKey key) {
        SortedMap<KeyNo, DesfireKey> changed = new TreeMap<>(keys);
        changed.put(number, key);
        return new CardState(
                generation,
                production,
                signature,
                configuration,
                settings,
                changed,
                applications,
                memory,
                used,
                failures);
    }

    /**
     * With other key settings of the card.
     *
     * @param newSettings the settings
     * @return the changed card
     */
    public CardState with(KeySettings newSettings) {
        return new CardState(
                generation,
                production,
                signature,
                configuration,
                newSettings,
                keys,
                applications,
                memory,
                used,
                failures);
    }

    /**
     * With another configuration.
     *
     * @param newConfiguration the configuration
     * @return the changed card
     */
    public CardState with(Configuration newConfiguration) {
        return new CardState(
                generation,
                production,
                signature,
                newConfiguration,
                settings,
                keys,
                applications,
                memory,
                used,
                failures);
    }

    /**
     * The failed authentications of a key.
     *
     * @param key which
     * @return how many
     */
    public FailureCount failuresOf(KeyPlace key) {
        return failures.getOrDefault(key, FailureCount.NONE);
    }

    /**
     * With another count of failed authentications.
     *
     * @param key of which key
     * @param count how many
     * @return the changed card
     */
    public CardState withFailures(KeyPlace key, FailureCount count) {
        SortedMap<KeyPlace, FailureCount> changed = new TreeMap<>(failures);
        if (count.equals(FailureCount.NONE)) {
            changed.remove(key);
        } else {
            changed.put(key, count);
        }
        return new CardState(
                generation, production, signature, configuration, settings, keys, applications, memory, used, changed);
    }
}
