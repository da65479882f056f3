package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.picc.memory.Application;
import io.github.tagsmith.desfire.picc.memory.Configuration;
import io.github.tagsmith.desfire.picc.sm.Refusal;

/**
 * Selecting, creating and deleting applications, and formatting the card. Two applications can be selected at once (NXP Reader
 * Library, phalMfdfEVx.h: two identifiers in SelectApplication; bit 7 of a file or key number, the "secondary application indicator",
 * for the second one). Which limits a card puts on that is not published: here any two do.
 */
final class Applications {

    /** The most applications an EV1 has; later ones are limited by memory alone (CardFacts of the data sheets, stated only). */
    private static final int MOST = 28;

    private Applications() {}

    /** The row of one of these commands. */
    static CommandRow row(Instruction instruction) {
        CommandRowBuilder row = new CommandRowBuilder(instruction);
        return switch (instruction) {
            case SELECT_APPLICATION ->
                row.needs(Capability.APPLICATIONS)
                        .at(Level.ANY)
                        .bytes(Aid.LENGTH, 2 * Aid.LENGTH)
                        .in(ModeRule.PLAIN)
                        .does(Applications::select);
            case CREATE_APPLICATION ->
                row.needs(Capability.APPLICATIONS)
                        .at(Level.CARD)
                        .by(Permit.CREATING)
                        .bytes(5, 28)
                        .does(Applications::create);
            case DELETE_APPLICATION ->
                row.needs(Capability.APPLICATIONS)
                        .at(Level.ANY)
                        .bytes(Aid.LENGTH)
                        .does(Applications::delete);
            case FORMAT_PICC ->
                row.needs(Capability.APPLICATIONS)
                        .at(Level.CARD)
                        .by(Permit.MASTER)
                        .does(Applications::format);
            default -> throw row.elsewhere();
        };
    }

    /** One, or two different ones, of which neither is the card. */
    private static Outcome select(Draft card, Parameters command) throws Refusal {
        boolean two = command.length() == 2 * Aid.LENGTH && card.can(Capability.SHARED_APPLICATIONS);
        if (command.length() != Aid.LENGTH && !two) {
            throw new Refusal(DesfireStatus.LENGTH_ERROR);
        }
        Aid aid = command.aid();
        requireThere(card, aid);
        Selection selection = Selection.of(aid);
        if (two) {
            Aid second = Aid.fromWire(command.from(Aid.LENGTH));
            if (aid.isPicc() || second.isPicc() || aid.equals(second)) {
                throw new Refusal(DesfireStatus.PARAMETER_ERROR);
            }
            requireThere(card, second);
            selection = selection.with(second);
        }
        card.activate(card.activation().selecting(selection));
        return Outcome.DONE;
    }

    private static void requireThere(Draft card, Aid aid) throws Refusal {
        if (!aid.isPicc() && card.stored().application(aid).isEmpty()) {
            throw new Refusal(DesfireStatus.APPLICATION_NOT_FOUND);
        }
    }

    private static Outcome create(Draft card, Parameters command) throws Refusal {
        ApplicationForm form = ApplicationForm.read(command.bytes(), Aid.LENGTH, card);
        Application created = form.application(command.aid(), card);
        if (!card.can(Capability.KEY_SETS) && card.stored().applications().size() >= MOST) {
            throw new Refusal(DesfireStatus.COUNT_ERROR);
        }
        card.take(created.ownBlocks());
        card.store(card.stored().with(created));
        return Outcome.DONE;
    }

    /** With the card's master key from the card level, or from within with the application's own. */
    private static Outcome delete(Draft card, Parameters command) throws Refusal {
        Aid aid = command.aid();
        boolean own = card.target().equals(aid);
        if (!card.isMaster() || !(card.isCardLevel() || own)) {
            throw new Refusal(DesfireStatus.AUTHENTICATION_ERROR);
        }
        if (card.stored().application(aid).isEmpty()) {
            throw new Refusal(DesfireStatus.APPLICATION_NOT_FOUND);
        }
        card.store(card.stored().without(aid));
        if (own) {
            card.activate(card.activation().selecting(Selection.CARD));
        }
        return Outcome.DONE;
    }

    private static Outcome format(Draft card, Parameters command) throws Refusal {
        if (card.stored().configuration().has(Configuration.NO_FORMAT)) {
            throw new Refusal(DesfireStatus.PERMISSION_DENIED);
        }
        card.store(card.stored().formatted());
        return Outcome.DONE;
    }
}
