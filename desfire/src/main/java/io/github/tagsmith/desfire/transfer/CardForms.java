package io.github.tagsmith.desfire.transfer;

import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.channel.DesfireChannel;
import io.github.tagsmith.desfire.command.GetVersion;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.CardGeneration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What became known of one card's forms of transfer, so that it is asked once only. */
public final class CardForms {

    /** What GetVersion costs, in exchanges. */
    static final int VERSION = 3;

    private final Set<TransferForm> refused = EnumSet.noneOf(TransferForm.class);
    private Optional<CardGeneration> generation = Optional.empty();
    private boolean asked;

    /** Nothing is known yet. */
    public CardForms() {}

    /** The card refused a form as one that it does not know. */
    void refuse(TransferForm form) {
        refused.add(form);
    }

    /** Whether the card may know a form. */
    boolean mayKnow(TransferForm form) {
        return !refused.contains(form)
                && generation.map(known -> knows(known, form)).orElse(true);
    }

    /** Whether the card certainly knows a form. */
    boolean knows(TransferForm form) {
        return !refused.contains(form)
                && generation.map(known -> knows(known, form)).orElse(false);
    }

    /** Whether nothing better than trying is known. */
    boolean isUnknown() {
        return !asked;
    }

    /** Asks the card for its version: three exchanges, which every session carries. */
    void ask(DesfireChannel channel) throws NfcException {
        asked = true;
        generation = channel.send(new GetVersion()).product().flatMap(CardGeneration::ofProduct);
    }

    private static boolean knows(CardGeneration generation, TransferForm form) {
        return switch (form) {
            case EXTENDED -> generation.can(Capability.EXTENDED_LENGTH);
            case SHORT -> generation.can(Capability.ISO_CHAINING);
            case BINARY -> true;
            case NATIVE -> generation.can(Capability.NATIVE_CHAINING);
        };
    }
}
