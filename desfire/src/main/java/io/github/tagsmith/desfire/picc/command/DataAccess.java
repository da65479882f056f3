package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.FileType;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.picc.memory.CardFile;
import io.github.tagsmith.desfire.picc.memory.DataFile;
import io.github.tagsmith.desfire.picc.memory.TransactionMacFile;
import io.github.tagsmith.desfire.picc.sm.Answer.Fill;
import io.github.tagsmith.desfire.picc.sm.Refusal;

/** Reading and writing data: {@code number offset (3) length (3) [data]}; length 0 reads up to the end. */
final class DataAccess {

    private static final int HEADER = 7;
    private static final int OFFSET_AT = 1;
    private static final int LENGTH_AT = 4;

    private DataAccess() {}

    /** The row of one of these commands. */
    static CommandRow row(Instruction instruction) {
        CommandRowBuilder row = new CommandRowBuilder(instruction);
        return switch (instruction) {
            case READ_DATA -> reads(row.needs(Capability.NATIVE_CHAINING));
            case READ_DATA_ISO -> reads(row.needs(Capability.ISO_CHAINING));
            case WRITE_DATA -> writes(row.needs(Capability.NATIVE_CHAINING));
            case WRITE_DATA_ISO -> writes(row.needs(Capability.ISO_CHAINING));
            default -> throw row.elsewhere();
        };
    }

    private static CommandRow reads(CommandRowBuilder row) {
        return row.ofFile().bytes(HEADER).in(ModeRule.file(Purpose.READ)).does(DataAccess::read);
    }

    private static CommandRow writes(CommandRowBuilder row) {
        return row.ofFile().dataBehind(HEADER).in(ModeRule.file(Purpose.WRITE)).does(DataAccess::write);
    }

    private static Outcome read(Draft card, Parameters command) throws Refusal {
        FileNo number = command.fileNo();
        CardFile file = card.file(number);
        Purpose.READ.check(file.settings().access(), card.key());
        int length = command.number(LENGTH_AT);
        Bytes data = slice(SdmReading.content(card, number, content(file)), command.number(OFFSET_AT), length);
        if (file.type() != FileType.TRANSACTION_MAC) {
            Bytes parameters = command.slice(0, LENGTH_AT).plus(Bytes.littleEndian(data.length(), 3));
            card.cover(command.instruction(), parameters, data);
        }
        return Outcome.of(data).filled(length == 0 ? Fill.MARKED : Fill.ZEROS);
    }

    static Bytes content(CardFile file) throws Refusal {
        if (file instanceof DataFile data) {
            return data.content();
        }
        if (file instanceof TransactionMacFile mac) {
            return mac.content();
        }
        throw new Refusal(DesfireStatus.PARAMETER_ERROR);
    }

    private static Bytes slice(Bytes content, int offset, int length) throws Refusal {
        int end = length == 0 ? content.length() : offset + length;
        if (offset >= content.length() || end > content.length()) {
            throw new Refusal(DesfireStatus.BOUNDARY_ERROR);
        }
        return content.slice(offset, end);
    }

    private static Outcome write(Draft card, Parameters command) throws Refusal {
        FileNo number = command.fileNo();
        DataFile stands = card.file(number, DataFile.class);
        Purpose.WRITE.check(stands.settings().access(), card.key());
        Bytes data = command.from(HEADER);
        if (data.length() != command.number(LENGTH_AT)) {
            throw new Refusal(DesfireStatus.LENGTH_ERROR);
        }
        write(card, number, command.number(OFFSET_AT), data);
        card.cover(command.instruction(), command.slice(0, HEADER), data);
        return Outcome.DONE;
    }

    /** A standard file at once, a backup file with the transaction. */
    static void write(Draft card, FileNo number, int offset, Bytes data) throws Refusal {
        DataFile file = card.shadow(number, DataFile.class);
        if (offset + data.length() > file.content().length()) {
            throw new Refusal(DesfireStatus.BOUNDARY_ERROR);
        }
        DataFile written = file.with(offset, data);
        if (file.type() == FileType.STANDARD) {
            card.put(number, written);
        } else {
            card.putShadow(number, written);
        }
    }
}
