package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.picc.dam.Delegate;
import io.github.tagsmith.desfire.picc.memory.Application;
import io.github.tagsmith.desfire.picc.memory.Delegation;
import io.github.tagsmith.desfire.picc.memory.KeySet;
import io.github.tagsmith.desfire.picc.memory.KeySets;
import io.github.tagsmith.desfire.picc.sm.Refusal;
import java.util.Optional;

/**
 * Delegated applications: {@code AID slot (2) version quota (2)} and what CreateApplication says, then in a frame of its own EncK and
 * DAMMAC. Sources: Proxmark3 and liblogicalaccess for the layout, stated only; the statuses are ours.
 */
final class DelegatedApplications {

    private static final int FORM_AT = Aid.LENGTH + 5;
    private static final int SECOND_FRAME = Delegate.ENC_K_LENGTH + Delegate.MAC_LENGTH;

    private DelegatedApplications() {}

    /** The row of one of these commands. */
    static CommandRow row(Instruction instruction) {
        CommandRowBuilder row = new CommandRowBuilder(instruction);
        return switch (instruction) {
            case CREATE_DELEGATED_APPLICATION ->
                row.needs(Capability.DELEGATED_APPLICATIONS)
                        .at(Level.CARD)
                        .by(Permit.DELEGATE)
                        .bytes(FORM_AT + 2 + SECOND_FRAME, FORM_AT + 25 + SECOND_FRAME)
                        .secondFrame(SECOND_FRAME)
                        .does(DelegatedApplications::create);
            case GET_DELEGATED_INFO ->
                row.needs(Capability.DELEGATED_APPLICATIONS)
                        .at(Level.CARD)
                        .bytes(2)
                        .does((card, command) ->
                                Outcome.of(info(card, (int) command.bytes().toUnsignedLittleEndian())));
            default -> throw row.elsewhere();
        };
    }

    private static Outcome create(Draft card, Parameters command) throws Refusal {
        int split = command.length() - SECOND_FRAME;
        Bytes parameters = command.slice(0, split);
        Bytes encK = command.slice(split, split + Delegate.ENC_K_LENGTH);
        Delegate delegate = new Delegate(Keys.ofCard(card, KeyNo.DAM_MAC), Keys.ofCard(card, KeyNo.DAM_ENCRYPTION));
        delegate.check(parameters, encK, command.from(split + Delegate.ENC_K_LENGTH));
        int slot = (int) parameters.slice(3, 5).toUnsignedLittleEndian();
        int quota = (int) parameters.slice(6, 8).toUnsignedLittleEndian();
        if (inSlot(card, slot).isPresent()) {
            throw new Refusal(DesfireStatus.DUPLICATE);
        }
        ApplicationForm form = ApplicationForm.read(parameters, FORM_AT, card);
        Application made = form.application(command.aid(), card);
        int own = made.ownBlocks();
        if (own > quota) {
            throw new Refusal(DesfireStatus.OUT_OF_EEPROM);
        }
        card.take(quota);
        DesfireKey first = delegate.firstKey(form.algorithm(), encK);
        Delegation place = new Delegation(slot, parameters.get(5), quota, own);
        card.store(card.stored().with(made.with(keyed(made.keySets(), first)).in(place)));
        return Outcome.DONE;
    }

    private static KeySets keyed(KeySets sets, DesfireKey first) {
        KeySet current = sets.current();
        KeySet keyed = KeySet.of(current.version(), current.algorithm(), sets.keyCount(), first)
                .sealedAs(current.version());
        return sets.with(sets.active(), keyed);
    }

    /** Version, quota, what is free of it, AID. */
    private static Bytes info(Draft card, int slot) throws Refusal {
        Application application = inSlot(card, slot).orElseThrow(() -> new Refusal(DesfireStatus.PARAMETER_ERROR));
        Delegation place = application.delegation().orElseThrow();
        return Bytes.concat(
                Bytes.of(place.version()),
                Bytes.littleEndian(place.quota(), 2),
                Bytes.littleEndian(place.free(), 2),
                application.aid().toWire());
    }

    private static Optional<Application> inSlot(Draft card, int slot) {
        return card.stored().applications().values().stream()
                .filter(application -> application
                        .delegation()
                        .filter(place -> place.slot() == slot)
                        .isPresent())
                .findFirst();
    }
}
