package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.picc.sm.Refusal;
import java.util.Optional;

/**
 * Who may send a command. File data are not here: their rights are those of the file. Source: M075031 on the key settings;
 * libnxpsc's hardware notes for bits 1 and 2 on an EV3.
 */
enum Permit {
    /** Everybody. */
    ALL,
    /** Whoever is authenticated, with any key. */
    AUTHENTICATED,
    /** The holder of the master key of what is selected. */
    MASTER,
    /** Everybody where the key settings say so (bit 1), else the holder of the master key. */
    LISTING,
    /** Everybody where the key settings say so (bit 2), else the holder of the master key. */
    CREATING,
    /** Whoever may create delegated applications. */
    DELEGATE;

    /**
     * Refuses whoever may not.
     *
     * @param card the card
     * @throws Refusal with AE
     */
    void check(Draft card) throws Refusal {
        if (!isGivenTo(card)) {
            throw new Refusal(DesfireStatus.AUTHENTICATION_ERROR);
        }
    }

    private boolean isGivenTo(Draft card) throws Refusal {
        return switch (this) {
            case ALL -> true;
            case AUTHENTICATED -> card.key().isPresent();
            case MASTER -> card.isMaster();
            case LISTING -> card.keySettings().isListingFree() || card.isMaster();
            case CREATING -> card.keySettings().isCreatingFree() || card.isMaster();
            case DELEGATE -> card.key().equals(Optional.of(KeyNo.DAM_AUTHENTICATION));
        };
    }
}
