package io.github.tagsmith.desfire.model;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A generation of cards: a name and what it can do. Sources: MF2DLHX0 (Light), AN12196 (NTAG 424), Proxmark3 and
 * liblogicalaccess (EV1 to EV3).
 *
 * @param name as on the command line, for instance {@code desfire-ev2}
 * @param capabilities what it can do
 */
public record CardGeneration(String name, Set<Capability> capabilities) {

    private static final Set<Capability> EV1_CAPABILITIES = Set.of(
            Capability.D40,
            Capability.ISO_AUTHENTICATION,
            Capability.AES_AUTHENTICATION,
            Capability.APPLICATIONS,
            Capability.FILES,
            Capability.TRANSACTIONS,
            Capability.NATIVE_CHAINING,
            Capability.NATIVE_FRAMING);

    private static final Set<Capability> EV2_ADDITIONS = Set.of(
            Capability.EV2_AUTHENTICATION,
            Capability.KEY_SETS,
            Capability.DELEGATED_APPLICATIONS,
            Capability.TRANSACTION_MAC,
            Capability.ADDITIONAL_ACCESS_RIGHTS,
            Capability.UPDATE_RECORD,
            Capability.RESTORE_TRANSFER,
            Capability.ISO_CHAINING,
            Capability.EXTENDED_LENGTH,
            Capability.SHARED_APPLICATIONS,
            Capability.PROXIMITY_CHECK,
            Capability.ORIGINALITY_SIGNATURE);

    /** MIFARE DESFire EV1. */
    public static final CardGeneration EV1 = new CardGeneration("desfire-ev1", EV1_CAPABILITIES);

    /** MIFARE DESFire EV2. */
    public static final CardGeneration EV2 = EV1.extended("desfire-ev2", EV2_ADDITIONS);

    /** MIFARE DESFire EV3. */
    public static final CardGeneration EV3 = EV2.extended("desfire-ev3", Set.of(Capability.SDM));

    /** MIFARE DESFire Light: one application with fixed files. */
    public static final CardGeneration LIGHT = new CardGeneration(
            "desfire-light",
            Set.of(
                    Capability.EV2_AUTHENTICATION,
                    Capability.LRP,
                    Capability.TRANSACTIONS,
                    Capability.TRANSACTION_MAC,
                    Capability.ISO_CHAINING,
                    Capability.UPDATE_RECORD,
                    Capability.ORIGINALITY_SIGNATURE));

    /** NTAG 424 DNA: one application with three standard files. */
    public static final CardGeneration NTAG_424 = new CardGeneration(
            "ntag424",
            Set.of(
                    Capability.EV2_AUTHENTICATION,
                    Capability.LRP,
                    Capability.ISO_CHAINING,
                    Capability.ORIGINALITY_SIGNATURE,
                    Capability.SDM));

    /** All of them, oldest first. */
    public static final List<CardGeneration> ALL = List.of(EV1, EV2, EV3, LIGHT, NTAG_424);

    private static final Map<String, CardGeneration> PRODUCTS = Map.of(
            "MIFARE DESFire EV1", EV1,
            "MIFARE DESFire EV2", EV2,
            "MIFARE DESFire EV2 XL", EV2,
            "MIFARE DESFire EV3", EV3,
            "MIFARE DESFire Light", LIGHT,
            "NTAG 424 DNA", NTAG_424);

    /**
     * Copies the set.
     *
     * @param name as on the command line
     * @param capabilities what it can do
     */
    public CardGeneration {
        capabilities = Set.copyOf(capabilities);
    }

    private CardGeneration extended(String newName, Set<Capability> additions) {
        Set<Capability> all = new HashSet<>(capabilities);
        all.addAll(additions);
        return new CardGeneration(newName, all);
    }

    /**
     * Whether it can do something.
     *
     * @param capability what
     * @return true if so
     */
    public boolean can(Capability capability) {
        return capabilities.contains(capability);
    }

    /**
     * The generation with a name.
     *
     * @param name as on the command line
     * @return the generation, if there is one
     */
    public static Optional<CardGeneration> of(String name) {
        return ALL.stream().filter(known -> known.name.equals(name)).findFirst();
    }

    /**
     * The generation of a product.
     *
     * @param product its name, as {@link io.github.tagsmith.core.identify.CardVersion#product} gives it
     * @return the generation, if it is one of these
     */
    public static Optional<CardGeneration> ofProduct(String product) {
        return Optional.ofNullable(PRODUCTS.get(product));
    }

    /** Written out: what the compiler puts into a record costs a dozen generated classes when it is used first. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CardGeneration that && name.equals(that.name) && capabilities.equals(that.capabilities);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** Its name. */
    @Override
    public String toString() {
        return name;
    }
}
