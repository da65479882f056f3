package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.picc.memory.RecordFile;
import io.github.tagsmith.desfire.picc.memory.RecordFile.Open;
import io.github.tagsmith.desfire.picc.sm.Answer.Fill;
import io.github.tagsmith.desfire.picc.sm.Refusal;
import java.util.List;

/**
 * Records. Record 0 is the newest; several are read oldest first (libnxpsc, hardware notes, EV3). After ClearRecordFile nothing can
 * be written before the commit (M075031).
 */
final class RecordAccess {

    private static final int READ_HEADER = 7;
    private static final int WRITE_HEADER = 7;
    private static final int UPDATE_HEADER = 10;

    private RecordAccess() {}

    /** The row of one of these commands. */
    static CommandRow row(Instruction instruction) {
        CommandRowBuilder row = new CommandRowBuilder(instruction);
        return switch (instruction) {
            case READ_RECORDS -> reads(row.needs(Capability.NATIVE_CHAINING));
            case READ_RECORDS_ISO -> reads(isoChained(row));
            case WRITE_RECORD -> writes(row.needs(Capability.NATIVE_CHAINING));
            case WRITE_RECORD_ISO -> writes(isoChained(row));
            case UPDATE_RECORD, UPDATE_RECORD_ISO -> updates(row);
            case CLEAR_RECORD_FILE ->
                row.ofFile().needs(Capability.TRANSACTIONS).bytes(1).does(RecordAccess::clear);
            default -> throw row.elsewhere();
        };
    }

    /** EV2 and later with records; NTAG 424 DNA has none, but there the file is not found. */
    private static CommandRowBuilder isoChained(CommandRowBuilder row) {
        return row.needs(Capability.UPDATE_RECORD);
    }

    private static CommandRow reads(CommandRowBuilder row) {
        return row.ofFile().bytes(READ_HEADER).in(ModeRule.file(Purpose.READ)).does(RecordAccess::read);
    }

    private static CommandRow writes(CommandRowBuilder row) {
        return row.ofFile()
                .dataBehind(WRITE_HEADER)
                .in(ModeRule.file(Purpose.WRITE))
                .does(RecordAccess::write);
    }

    private static CommandRow updates(CommandRowBuilder row) {
        return row.needs(Capability.UPDATE_RECORD)
                .ofFile()
                .dataBehind(UPDATE_HEADER)
                .in(ModeRule.file(Purpose.READ_WRITE))
                .does(RecordAccess::update);
    }

    private static Outcome read(Draft card, Parameters command) throws Refusal {
        RecordFile file = card.file(command.fileNo(), RecordFile.class);
        Purpose.READ.check(file.settings().access(), card.key());
        int newest = command.number(1);
        int count = command.number(4);
        List<Bytes> records = file.records();
        int end = records.size() - newest;
        int start = count == 0 ? 0 : end - count;
        if (end <= 0 || start < 0) {
            throw new Refusal(DesfireStatus.BOUNDARY_ERROR);
        }
        Bytes data = Bytes.concat(records.subList(start, end).toArray(Bytes[]::new));
        Bytes parameters = command.slice(0, 4).plus(Bytes.littleEndian((long) end - start, 3));
        card.cover(command.instruction(), parameters, data);
        return Outcome.of(data).filled(count == 0 ? Fill.MARKED : Fill.ZEROS);
    }

    private static Outcome write(Draft card, Parameters command) throws Refusal {
        FileNo number = command.fileNo();
        RecordFile stands = card.file(number, RecordFile.class);
        Purpose.WRITE.check(stands.settings().access(), card.key());
        Bytes data = data(command, WRITE_HEADER);
        append(card, number, command.number(1), data);
        card.cover(command.instruction(), command.slice(0, WRITE_HEADER), data);
        return Outcome.DONE;
    }

    /** Writes into the record that the transaction adds. */
    static void append(Draft card, FileNo number, int offset, Bytes data) throws Refusal {
        RecordFile file = open(card, number);
        if (!file.hasRoom()) {
            throw new Refusal(DesfireStatus.BOUNDARY_ERROR);
        }
        write(card, number, file, file.records().size(), offset, data);
    }

    private static Outcome update(Draft card, Parameters command) throws Refusal {
        FileNo number = command.fileNo();
        RecordFile stands = card.file(number, RecordFile.class);
        Purpose.READ_WRITE.check(stands.settings().access(), card.key());
        RecordFile file = open(card, number);
        int index = file.records().size() - 1 - command.number(1);
        if (index < 0) {
            throw new Refusal(DesfireStatus.BOUNDARY_ERROR);
        }
        Bytes data = data(command, UPDATE_HEADER);
        write(card, number, file, index, command.number(4), data);
        card.cover(command.instruction(), command.slice(0, UPDATE_HEADER), data);
        return Outcome.DONE;
    }

    private static RecordFile open(Draft card, FileNo number) throws Refusal {
        RecordFile file = card.shadow(number, RecordFile.class);
        if (file.cleared()) {
            throw new Refusal(DesfireStatus.PERMISSION_DENIED);
        }
        return file;
    }

    /** One record a transaction; which status another one gives is not published. */
    private static void write(Draft card, FileNo number, RecordFile file, int index, int offset, Bytes data)
            throws Refusal {
        if (offset + data.length() > file.recordSize()) {
            throw new Refusal(DesfireStatus.BOUNDARY_ERROR);
        }
        if (file.draft().isPresent() && file.draft().get().index() != index) {
            throw new Refusal(DesfireStatus.PERMISSION_DENIED);
        }
        Bytes before = index < file.records().size() ? file.records().get(index) : Bytes.zeros(file.recordSize());
        Bytes content = file.draft().map(Open::content).orElse(before).with(offset, data);
        card.putShadow(number, file.with(new Open(index, content)));
    }

    private static Bytes data(Parameters command, int header) throws Refusal {
        Bytes data = command.from(header);
        if (data.length() != command.number(header - 3)) {
            throw new Refusal(DesfireStatus.LENGTH_ERROR);
        }
        return data;
    }

    private static Outcome clear(Draft card, Parameters command) throws Refusal {
        FileNo number = command.fileNo();
        RecordFile file = card.shadow(number, RecordFile.class);
        Purpose.READ_WRITE.check(file.settings().access(), card.key());
        card.putShadow(number, file.emptied());
        card.cover(command.instruction(), command.bytes(), Bytes.EMPTY);
        return Outcome.DONE;
    }
}
