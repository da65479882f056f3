package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.picc.sm.Refusal;
import java.util.function.Predicate;

/**
 * Who may send a command. File data are not here: their rights are those of the file. Source: M075031 on the key settings;
 * libnxpsc's hardware notes for bits 1 and 2 on an EV3.
 */
@FunctionalInterface
interface Permit {

    /** Everybody. */
    Permit ALL = card -> {};

    /** Whoever is authenticated, with any key. */
    Permit AUTHENTICATED = holders(card -> card.key().isPresent());

    /** The holder of the master key of what is selected. */
    Permit MASTER = holders(card -> card.isMaster());

    /** Everybody where the key settings say so (bit 1), else the holder of the master key. */
    Permit LISTING = holders(card -> card.keySettings().isListingFree() || card.isMaster());

    /** Everybody where the key settings say so (bit 2), else the holder of the master key. */
    Permit CREATING = holders(card -> card.keySettings().isCreatingFree() || card.isMaster());

    /**
     * Refuses whoever may not.
     *
     * @param card the card
     * @throws Refusal with AE
     */
    void check(Draft card) throws Refusal;

    private static Permit holders(Predicate<Draft> rule) {
        return card -> {
            if (!rule.test(card)) {
                throw new Refusal(DesfireStatus.AUTHENTICATION_ERROR);
            }
        };
    }
}
