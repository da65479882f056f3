package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.DfName;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.IsoFileId;
import io.github.tagsmith.desfire.picc.memory.Application;
import io.github.tagsmith.desfire.picc.memory.Blocks;
import io.github.tagsmith.desfire.picc.memory.Production;
import io.github.tagsmith.desfire.picc.sm.Refusal;
import java.util.List;

/** What the card tells about itself: version, UID, memory, applications, signature. */
final class CardData {

    private static final IsoFileId NO_ID = new IsoFileId(0);

    private CardData() {}

    /** The row of one of these commands. */
    static CommandRow row(Instruction instruction) {
        CommandRowBuilder row = new CommandRowBuilder(instruction);
        return switch (instruction) {
            case GET_VERSION -> row.at(Level.ANY).does(CardData::version);
            case GET_CARD_UID ->
                row.at(Level.ANY)
                        .by(Permit.AUTHENTICATED)
                        .in(ModeRule.FULL)
                        .does((card, command) ->
                                Outcome.of(card.stored().production().uid()));
            case FREE_MEMORY ->
                row.needs(Capability.APPLICATIONS)
                        .at(Level.ANY)
                        .does((card, command) -> Outcome.of(
                                Bytes.littleEndian((long) card.stored().free() * Blocks.SIZE, 3)));
            case GET_APPLICATION_IDS ->
                row.needs(Capability.APPLICATIONS)
                        .at(Level.CARD)
                        .by(Permit.LISTING)
                        .does((card, command) -> Outcome.of(applicationIds(card)));
            case GET_DF_NAMES ->
                row.needs(Capability.APPLICATIONS)
                        .at(Level.CARD)
                        .by(Permit.LISTING)
                        .does(CardData::dfNames);
            case READ_SIGNATURE ->
                row.needs(Capability.ORIGINALITY_SIGNATURE)
                        .at(Level.ANY)
                        .bytes(1)
                        .in(ModeRule.FULL)
                        .does(CardData::signature);
            default -> throw row.elsewhere();
        };
    }

    private static Outcome version(Draft card, Parameters command) {
        Production production = card.stored().production();
        return Outcome.inFrames(List.of(production.hardware(), production.software(), production.serial()));
    }

    private static Bytes applicationIds(Draft card) {
        return Bytes.concat(
                card.stored().applications().keySet().stream().map(Aid::toWire).toArray(Bytes[]::new));
    }

    /** A frame for each application that has a name: AID, ISO identifier, name. */
    private static Outcome dfNames(Draft card, Parameters command) {
        return Outcome.inFrames(card.stored().applications().values().stream()
                .filter(application -> application.dfName().isPresent())
                .map(CardData::dfName)
                .toList());
    }

    private static Bytes dfName(Application application) {
        return Bytes.concat(
                application.aid().toWire(),
                application.isoId().orElse(NO_ID).toWire(),
                application.dfName().map(DfName::value).orElse(Bytes.EMPTY));
    }

    /** The signature that came with the card; a card without one refuses. */
    private static Outcome signature(Draft card, Parameters command) throws Refusal {
        if (command.at(0) != 0) {
            throw new Refusal(DesfireStatus.PARAMETER_ERROR);
        }
        if (card.stored().signature().isEmpty()) {
            throw new Refusal(DesfireStatus.PERMISSION_DENIED);
        }
        return Outcome.of(card.stored().signature()).as90();
    }
}
