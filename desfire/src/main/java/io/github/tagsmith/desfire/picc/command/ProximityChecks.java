package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.picc.proximity.ProximityCheck;
import io.github.tagsmith.desfire.picc.sm.Refusal;
import java.util.Optional;

/**
 * The proximity check. It begins in an application; until it ends every other command gets 0B (hardware notes of
 * ObsidianPay/libnxpsc, EV3). It takes the card's own key 21, as applications have none of their own here.
 */
final class ProximityChecks {

    private static final int MAC_LENGTH = 8;

    private ProximityChecks() {}

    /** The row of one of these commands. */
    static CommandRow row(Instruction instruction) {
        CommandRowBuilder row = new CommandRowBuilder(instruction);
        return switch (instruction) {
            case PREPARE_PROXIMITY_CHECK ->
                row.needs(Capability.PROXIMITY_CHECK)
                        .at(Level.ANY)
                        .in(ModeRule.PLAIN)
                        .does(ProximityChecks::prepare);
            case PROXIMITY_CHECK ->
                row.needs(Capability.PROXIMITY_CHECK)
                        .at(Level.ANY)
                        .bytes(2, 1 + ProximityCheck.RANDOM_LENGTH)
                        .in(ModeRule.PLAIN)
                        .does(ProximityChecks::round);
            case VERIFY_PROXIMITY_CHECK ->
                row.needs(Capability.PROXIMITY_CHECK)
                        .at(Level.ANY)
                        .bytes(MAC_LENGTH)
                        .in(ModeRule.PLAIN)
                        .does(ProximityChecks::verify);
            default -> throw row.elsewhere();
        };
    }

    /** Whether a command is one of a check in progress. */
    static boolean belongs(Instruction instruction) {
        return instruction == Instruction.PROXIMITY_CHECK || instruction == Instruction.VERIFY_PROXIMITY_CHECK;
    }

    private static Outcome prepare(Draft card, Parameters command) throws Refusal {
        if (card.isCardLevel()) {
            throw new Refusal(DesfireStatus.PROXIMITY_CHECK_STATE);
        }
        ProximityCheck check =
                ProximityCheck.prepared(ProximityCheck.EV3, card.random().next(ProximityCheck.RANDOM_LENGTH));
        card.activate(card.activation().with(Optional.of(check)));
        return Outcome.of(check.announced()).as90();
    }

    private static Outcome round(Draft card, Parameters command) throws Refusal {
        ProximityCheck check = open(card).round(command.bytes());
        card.activate(card.activation().with(Optional.of(check)));
        return Outcome.of(check.answer()).as90();
    }

    private static Outcome verify(Draft card, Parameters command) throws Refusal {
        ProximityCheck check = open(card);
        card.activate(card.activation().with(Optional.<ProximityCheck>empty()));
        return Outcome.of(check.verify(Keys.ofCard(card, KeyNo.VC_PROXIMITY), command.bytes()))
                .as90();
    }

    private static ProximityCheck open(Draft card) throws Refusal {
        return card.activation().proximity().orElseThrow(() -> new Refusal(DesfireStatus.PERMISSION_DENIED));
    }
}
