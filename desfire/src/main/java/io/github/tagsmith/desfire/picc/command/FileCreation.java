package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.FileType;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyVersion;
import io.github.tagsmith.desfire.picc.memory.Blocks;
import io.github.tagsmith.desfire.picc.memory.CardFile;
import io.github.tagsmith.desfire.picc.memory.DataFile;
import io.github.tagsmith.desfire.picc.memory.RecordFile;
import io.github.tagsmith.desfire.picc.memory.TransactionMacFile;
import io.github.tagsmith.desfire.picc.memory.ValueFile;
import io.github.tagsmith.desfire.picc.sm.Refusal;
import java.util.List;

/** Creating files. */
final class FileCreation {

    private static final int DATA_TAIL = 3;
    private static final int RECORD_TAIL = 6;
    private static final int VALUE_TAIL = 13;
    private static final int VALUE_OPTIONS = 0x03;
    private static final int MAC_HEADER = 5;
    private static final int MAC_TAIL = 18;
    private static final int AES_TYPE = 2;

    private FileCreation() {}

    /** The row of one of these commands. */
    static CommandRow row(Instruction instruction) {
        CommandRowBuilder row = new CommandRowBuilder(instruction);
        return switch (instruction) {
            case CREATE_STD_DATA_FILE -> creating(row).bytes(7, 9).does((card, command) -> data(card, command, false));
            case CREATE_BACKUP_DATA_FILE ->
                creating(row).bytes(7, 9).does((card, command) -> data(card, command, true));
            case CREATE_VALUE_FILE -> creating(row).bytes(17).does(FileCreation::value);
            case CREATE_LINEAR_RECORD_FILE ->
                creating(row).bytes(10, 12).does((card, command) -> records(card, command, FileType.LINEAR_RECORD));
            case CREATE_CYCLIC_RECORD_FILE ->
                creating(row).bytes(10, 12).does((card, command) -> records(card, command, FileType.CYCLIC_RECORD));
            case CREATE_TRANSACTION_MAC_FILE ->
                row.ofFile()
                        .needs(Capability.TRANSACTION_MAC)
                        .by(Permit.MASTER)
                        .header(MAC_HEADER)
                        .bytes(MAC_HEADER + MAC_TAIL - 1)
                        .in(ModeRule.FULL)
                        .does(FileCreation::transactionMac);
            default -> throw row.elsewhere();
        };
    }

    private static CommandRowBuilder creating(CommandRowBuilder row) {
        return row.ofFile().needs(Capability.FILES).by(Permit.CREATING);
    }

    private static Outcome data(Draft card, Parameters command, boolean backup) throws Refusal {
        FileForm form = FileForm.read(card, command, DATA_TAIL, true);
        int size = form.rest().number(0);
        require(size > 0);
        requireRoom(card, Blocks.of(size) * (backup ? 2L : 1L));
        FileType type = backup ? FileType.BACKUP : FileType.STANDARD;
        return create(card, form, new DataFile(type, form.settings(), Bytes.zeros(size)));
    }

    private static Outcome value(Draft card, Parameters command) throws Refusal {
        FileForm form = FileForm.read(card, command, VALUE_TAIL, false);
        Parameters rest = form.rest();
        int lower = rest.signed(0);
        int upper = rest.signed(4);
        int value = rest.signed(8);
        require(lower <= value && value <= upper && rest.at(12) <= VALUE_OPTIONS);
        return create(card, form, ValueFile.of(form.settings(), lower, upper, value, 0, rest.at(12)));
    }

    private static Outcome records(Draft card, Parameters command, FileType type) throws Refusal {
        FileForm form = FileForm.read(card, command, RECORD_TAIL, true);
        int size = form.rest().number(0);
        int capacity = form.rest().number(3);
        require(size > 0 && capacity >= (type == FileType.CYCLIC_RECORD ? 2 : 1));
        requireRoom(card, Blocks.of((long) size * capacity));
        return create(card, form, RecordFile.of(type, form.settings(), size, capacity, List.of()));
    }

    private static Outcome transactionMac(Draft card, Parameters command) throws Refusal {
        FileForm form = FileForm.read(card, command, MAC_TAIL, false);
        Parameters rest = form.rest();
        require(rest.at(0) == AES_TYPE);
        if (card.application().transactionMacFile().isPresent()) {
            throw new Refusal(DesfireStatus.DUPLICATE);
        }
        DesfireKey key =
                new DesfireKey(KeyAlgorithm.AES, SecretBytes.of(rest.slice(1, 17)), new KeyVersion(rest.at(17)));
        return create(card, form, TransactionMacFile.of(form.settings(), key));
    }

    private static Outcome create(Draft card, FileForm form, CardFile file) throws Refusal {
        card.take(file.blocks());
        card.put(form.number(), file);
        return Outcome.DONE;
    }

    private static void require(boolean good) throws Refusal {
        if (!good) {
            throw new Refusal(DesfireStatus.PARAMETER_ERROR);
        }
    }

    private static void requireRoom(Draft card, long blocks) throws Refusal {
        if (blocks > card.free()) {
            throw new Refusal(DesfireStatus.OUT_OF_EEPROM);
        }
    }
}
