package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.KeySetNo;
import io.github.tagsmith.desfire.model.KeyVersion;
import io.github.tagsmith.desfire.picc.memory.Application;
import io.github.tagsmith.desfire.picc.memory.KeySet;
import io.github.tagsmith.desfire.picc.memory.KeySets;
import io.github.tagsmith.desfire.picc.sm.Refusal;
import java.util.List;

/**
 * Key sets of an application. Source: hardware notes of ObsidianPay/libnxpsc (EV3): the type of InitializeKeySet is 0, 1, 2;
 * RollKeySet has one byte, needs the roll key (else AE), refuses the active set (9E), ends the session and answers plain.
 */
final class KeySetCommands {

    private static final List<KeyAlgorithm> TYPES = List.of(KeyAlgorithm.TDEA_2, KeyAlgorithm.TDEA_3, KeyAlgorithm.AES);

    private static final int MOST = 16;

    private KeySetCommands() {}

    /** The row of one of these commands. */
    static CommandRow row(Instruction instruction) {
        CommandRowBuilder row = new CommandRowBuilder(instruction);
        return switch (instruction) {
            case INITIALIZE_KEY_SET ->
                row.needs(Capability.KEY_SETS).by(Permit.MASTER).bytes(2).does(KeySetCommands::initialize);
            case FINALIZE_KEY_SET ->
                row.needs(Capability.KEY_SETS).by(Permit.MASTER).bytes(2).does(KeySetCommands::finish);
            case ROLL_KEY_SET ->
                row.needs(Capability.KEY_SETS).by(Permit.AUTHENTICATED).bytes(1).does(KeySetCommands::roll);
            default -> throw row.elsewhere();
        };
    }

    private static Outcome initialize(Draft card, Parameters command) throws Refusal {
        Application application = card.application();
        KeySets sets = application.keySets();
        KeySetNo number = other(sets, command.at(0));
        require(command.at(1) < TYPES.size());
        KeyAlgorithm algorithm = TYPES.get(command.at(1));
        require(algorithm.keyLength() <= sets.maxKeySize());
        KeySet made = KeySet.of(
                KeyVersion.ZERO,
                algorithm,
                sets.keyCount(),
                ApplicationForm.defaultKey(card.stored().configuration(), algorithm));
        card.store(card.stored().with(application.with(sets.with(number, made))));
        return Outcome.DONE;
    }

    private static Outcome finish(Draft card, Parameters command) throws Refusal {
        Application application = card.application();
        KeySets sets = application.keySets();
        KeySetNo number = other(sets, command.at(0));
        KeySet made = Keys.keySet(sets, number.value());
        KeySet finished = made.sealedAs(new KeyVersion(command.at(1)));
        card.store(card.stored().with(application.with(sets.with(number, finished))));
        return Outcome.DONE;
    }

    private static Outcome roll(Draft card, Parameters command) throws Refusal {
        Application application = card.application();
        KeySets sets = application.keySets();
        KeySetNo number = other(sets, command.at(0));
        if (!card.key().orElseThrow().equals(new KeyNo(sets.rollKey()))) {
            throw new Refusal(DesfireStatus.AUTHENTICATION_ERROR);
        }
        require(sets.get(number).filter(KeySet::sealed).isPresent());
        card.store(card.stored().with(application.with(sets.rolledTo(number))));
        card.activate(card.activation().loggedOut());
        return Outcome.DONE;
    }

    /** A set that there may be, and not the active one. */
    private static KeySetNo other(KeySets sets, int number) throws Refusal {
        require(number < MOST
                && number < sets.capacity()
                && number != sets.active().value());
        return new KeySetNo(number);
    }

    private static void require(boolean good) throws Refusal {
        if (!good) {
            throw new Refusal(DesfireStatus.PARAMETER_ERROR);
        }
    }
}
