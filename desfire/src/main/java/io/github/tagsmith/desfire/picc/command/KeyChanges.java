package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.KeySetNo;
import io.github.tagsmith.desfire.model.KeySettings;
import io.github.tagsmith.desfire.picc.memory.Application;
import io.github.tagsmith.desfire.picc.memory.KeyPlace;
import io.github.tagsmith.desfire.picc.memory.KeySet;
import io.github.tagsmith.desfire.picc.sm.CardSession.OpenedKey;
import io.github.tagsmith.desfire.picc.sm.KeyChange;
import io.github.tagsmith.desfire.picc.sm.ReceivedCommand;
import io.github.tagsmith.desfire.picc.sm.Refusal;

/**
 * ChangeKey and ChangeKeyEV2. Who may change which key says the upper half of the key settings (M075031, ChangeKey); the
 * wrong key authenticated with gives AE (libnxpsc, hardware notes, EV3). After the key authenticated with was changed nobody is
 * authenticated any more, so the answer is plain.
 */
final class KeyChanges {

    private static final int NUMBER = 0x3F;
    private static final int TYPE_BITS = 0xC0;
    private static final int SET_NUMBER = 0x0F;

    private KeyChanges() {}

    /** The row of one of these commands. */
    static CommandRow row(Instruction instruction) {
        CommandRowBuilder row = new CommandRowBuilder(instruction);
        return switch (instruction) {
            case CHANGE_KEY ->
                row.at(Level.ANY)
                        .by(Permit.AUTHENTICATED)
                        .header(1)
                        .bytes(2, CommandRow.UNLIMITED)
                        .in(ModeRule.FULL)
                        .sealed()
                        .does(KeyChanges::change);
            case CHANGE_KEY_EV2 ->
                row.needs(Capability.KEY_SETS)
                        .by(Permit.AUTHENTICATED)
                        .header(2)
                        .bytes(3, CommandRow.UNLIMITED)
                        .in(ModeRule.FULL)
                        .sealed()
                        .does(KeyChanges::changeInSet);
            default -> throw row.elsewhere();
        };
    }

    private static Outcome change(Draft card, Parameters command) throws Refusal {
        int number = command.at(0);
        if (card.isCardLevel()) {
            return changeOfCard(card, command.received(), number);
        }
        return changeOfApplication(
                card, command.received(), card.application().keySets().active(), new KeyNo(number & NUMBER));
    }

    /** The number of a card key has the algorithm of the new key in its upper two bits. */
    private static Outcome changeOfCard(Draft card, ReceivedCommand received, int number) throws Refusal {
        KeyNo which = new KeyNo(number & NUMBER);
        DesfireKey old = Keys.key(card, which);
        if ((number & TYPE_BITS) == TYPE_BITS) {
            throw new Refusal(DesfireStatus.PARAMETER_ERROR);
        }
        KeyAlgorithm algorithm = KeyAlgorithm.ofTypeBits(number);
        if (!card.isMaster()) {
            throw new Refusal(DesfireStatus.AUTHENTICATION_ERROR);
        }
        if (which.equals(KeyNo.MASTER) && !card.keySettings().isMasterKeyChangeable()) {
            throw new Refusal(DesfireStatus.PERMISSION_DENIED);
        }
        boolean own = which.equals(KeyNo.MASTER);
        DesfireKey changed = open(card, received, own, algorithm, old);
        card.store(card.stored().with(which, changed));
        FailedAuthentications.forget(card, new KeyPlace(Aid.PICC, which));
        return Outcome.DONE;
    }

    private static Outcome changeInSet(Draft card, Parameters command) throws Refusal {
        KeySetNo set = new KeySetNo(command.at(0) & SET_NUMBER);
        return changeOfApplication(card, command.received(), set, new KeyNo(command.at(1) & NUMBER));
    }

    private static Outcome changeOfApplication(Draft card, ReceivedCommand received, KeySetNo set, KeyNo which)
            throws Refusal {
        Application application = card.application();
        KeySet keys = Keys.keySet(application.keySets(), set.value());
        DesfireKey old = Keys.keyOf(keys, which);
        checkPermit(card, application.settings(), which);
        boolean active = set.equals(application.keySets().active());
        boolean own = active && card.key().orElseThrow().equals(which);
        DesfireKey changed = open(card, received, own, keys.algorithm(), old);
        card.store(card.stored().with(application.with(application.keySets().with(set, keys.with(which, changed)))));
        if (active) {
            FailedAuthentications.forget(card, new KeyPlace(application.aid(), which));
        }
        return Outcome.DONE;
    }

    private static void checkPermit(Draft card, KeySettings settings, KeyNo which) throws Refusal {
        boolean master = which.equals(KeyNo.MASTER);
        if (master ? !settings.isMasterKeyChangeable() : settings.isFrozen()) {
            throw new Refusal(DesfireStatus.PERMISSION_DENIED);
        }
        KeyNo needed = master ? KeyNo.MASTER : changer(settings, which);
        if (!card.key().orElseThrow().equals(needed)) {
            throw new Refusal(DesfireStatus.AUTHENTICATION_ERROR);
        }
    }

    /** The key that changes another one; itself it is changed with the master key. */
    private static KeyNo changer(KeySettings settings, KeyNo which) {
        if (settings.isChangedByItself()) {
            return which;
        }
        return which.value() == settings.changeKey() ? KeyNo.MASTER : new KeyNo(settings.changeKey());
    }

    private static DesfireKey open(
            Draft card, ReceivedCommand received, boolean own, KeyAlgorithm algorithm, DesfireKey old) throws Refusal {
        KeyChange change = own ? KeyChange.ofOwnKey(algorithm) : KeyChange.ofOtherKey(algorithm, old);
        OpenedKey opened = card.activation().messaging().openKey(received, change);
        card.activate(own ? card.activation().loggedOut() : card.activation().with(opened.next()));
        return opened.key();
    }
}
