package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.AccessRights;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.FileAccess;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.FileType;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.IsoFileId;
import io.github.tagsmith.desfire.picc.memory.CardFile;
import io.github.tagsmith.desfire.picc.memory.FileSettings;
import io.github.tagsmith.desfire.picc.sm.Refusal;

/** What the card tells about the files of an application, deleting them, changing their settings. */
final class Files {

    private Files() {}

    /** The row of one of these commands. */
    static CommandRow row(Instruction instruction) {
        CommandRowBuilder row = new CommandRowBuilder(instruction);
        return switch (instruction) {
            case GET_FILE_IDS ->
                row.needs(Capability.TRANSACTIONS)
                        .by(Permit.LISTING)
                        .does((card, command) -> Outcome.of(numbers(card)));
            case GET_ISO_FILE_IDS ->
                row.needs(Capability.TRANSACTIONS).by(Permit.LISTING).does((card, command) -> Outcome.of(isoIds(card)));
            case GET_FILE_SETTINGS ->
                row.ofFile()
                        .by(Permit.LISTING)
                        .bytes(1)
                        .does((card, command) -> Outcome.of(settings(card.file(command.fileNo()))));
            case DELETE_FILE ->
                row.ofFile()
                        .needs(Capability.FILES, Capability.TRANSACTION_MAC)
                        .by(Permit.CREATING)
                        .bytes(1)
                        .does(Files::delete);
            case CHANGE_FILE_SETTINGS ->
                row.ofFile()
                        .header(1)
                        .bytes(4, CommandRow.UNLIMITED)
                        .in(ModeRule.CHANGE)
                        .does(Files::change);
            default -> throw row.elsewhere();
        };
    }

    private static Bytes numbers(Draft card) throws Refusal {
        return Bytes.concat(card.application().files().keySet().stream()
                .map(number -> Bytes.of(number.value()))
                .toArray(Bytes[]::new));
    }

    private static Bytes isoIds(Draft card) throws Refusal {
        if (!card.application().isoFiles()) {
            throw new Refusal(DesfireStatus.PERMISSION_DENIED);
        }
        return Bytes.concat(card.application().files().values().stream()
                .flatMap(file -> file.settings().isoId().stream())
                .map(IsoFileId::toWire)
                .toArray(Bytes[]::new));
    }

    /** Type, option, rights, what the type tells, additional rights, SDM settings. */
    private static Bytes settings(CardFile file) {
        FileSettings settings = file.settings();
        FileAccess access = settings.access();
        int option = access.commMode().bits()
                | (access.additionalRights().isEmpty() ? 0 : FileOption.ADDITIONAL_RIGHTS)
                | (settings.hasSdm() ? FileOption.SDM : 0);
        Bytes head = Bytes.of(file.type().code(), option).plus(access.rights().toWire());
        return Bytes.concat(head, file.description(), additional(access), settings.sdm());
    }

    private static Bytes additional(FileAccess access) {
        if (access.additionalRights().isEmpty()) {
            return Bytes.EMPTY;
        }
        Bytes rights = Bytes.concat(
                access.additionalRights().stream().map(AccessRights::toWire).toArray(Bytes[]::new));
        return Bytes.of(access.additionalRights().size()).plus(rights);
    }

    /** Cards with fixed files have a transaction MAC file that comes and goes. */
    private static Outcome delete(Draft card, Parameters command) throws Refusal {
        FileNo number = command.fileNo();
        CardFile file = card.file(number);
        if (!card.can(Capability.FILES) && file.type() != FileType.TRANSACTION_MAC) {
            throw new Refusal(DesfireStatus.PERMISSION_DENIED);
        }
        card.store(card.stored().with(card.application().without(number)));
        card.activate(card.activation().with(card.activation().transaction().without(card.place(number))));
        return Outcome.DONE;
    }

    private static Outcome change(Draft card, Parameters command) throws Refusal {
        FileNo number = command.fileNo();
        CardFile file = card.file(number);
        Purpose.CHANGE.check(file.settings().access(), card.key());
        FileOption option = FileOption.read(command.from(1), card, file);
        FileSettings settings = file.settings().with(option.access());
        card.putSettings(number, option.sdm().equals(settings.sdm()) ? settings : settings.withSdm(option.sdm()));
        return Outcome.DONE;
    }
}
