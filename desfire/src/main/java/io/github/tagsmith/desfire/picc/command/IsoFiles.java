package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.core.apdu.CommandApdu;
import io.github.tagsmith.core.apdu.ResponseApdu;
import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.FileAccess;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.FileType;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.picc.memory.Application;
import io.github.tagsmith.desfire.picc.memory.CardFile;
import io.github.tagsmith.desfire.picc.memory.DataFile;
import io.github.tagsmith.desfire.picc.memory.RecordFile;
import io.github.tagsmith.desfire.picc.sm.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Files by ISO 7816-4. A short identifier is the number of the DESFire file. Record 1 of a cyclic file is the newest, of a linear
 * one the oldest (ISO 7816-4); record 0 is taken for 1.
 */
final class IsoFiles {

    private static final int SHORT_ID = 0x80;
    private static final int SHORT_ID_BITS = 0x1F;
    private static final int ALL_FROM = 0x05;
    private static final int ONE = 0x04;
    private static final StatusWord END_OF_FILE = new StatusWord(0x6282);
    private static final StatusWord WRONG_FILE_TYPE = new StatusWord(0x6981);
    private static final StatusWord NO_RECORD = new StatusWord(0x6A83);
    private static final StatusWord NO_ROOM = new StatusWord(0x6A84);
    private static final StatusWord WRONG_P1_P2 = new StatusWord(0x6A86);

    private IsoFiles() {}

    static ResponseApdu readBinary(Draft card, CommandApdu command) throws IsoRefusal, Refusal {
        FileNo number = binary(card, command);
        CardFile file = open(card, number, Purpose.READ);
        if (!(file instanceof DataFile data)) {
            throw new IsoRefusal(WRONG_FILE_TYPE);
        }
        Bytes content = SdmReading.content(card, number, data.content());
        int offset = offset(command);
        if (offset >= content.length()) {
            throw new IsoRefusal(StatusWord.WRONG_P1_P2);
        }
        int wanted = command.ne() == 0 || command.ne() == CommandApdu.MAX_SHORT_NE
                ? Math.min(CommandApdu.MAX_SHORT_NE, content.length() - offset)
                : command.ne();
        int end = Math.min(content.length(), offset + wanted);
        Bytes read = content.slice(offset, end);
        card.cover(Instruction.READ_DATA, parameters(number, offset, read.length()), read);
        return new ResponseApdu(read, read.length() < wanted ? END_OF_FILE : StatusWord.OK);
    }

    static ResponseApdu updateBinary(Draft card, CommandApdu command) throws IsoRefusal, Refusal {
        FileNo number = binary(card, command);
        CardFile file = open(card, number, Purpose.WRITE);
        if (!(file instanceof DataFile data)) {
            throw new IsoRefusal(WRONG_FILE_TYPE);
        }
        int offset = offset(command);
        if (command.data().isEmpty()
                || offset + command.data().length() > data.content().length()) {
            throw new IsoRefusal(StatusWord.WRONG_LENGTH);
        }
        DataAccess.write(card, number, offset, command.data());
        card.cover(
                Instruction.WRITE_DATA,
                parameters(number, offset, command.data().length()),
                command.data());
        return new ResponseApdu(Bytes.EMPTY, StatusWord.OK);
    }

    static ResponseApdu readRecord(Draft card, CommandApdu command) throws IsoRefusal, Refusal {
        int how = command.p2() & ~(SHORT_ID_BITS << 3);
        if (how != ONE && how != ALL_FROM) {
            throw new IsoRefusal(WRONG_P1_P2);
        }
        FileNo number = number(card, command.p2() >>> 3);
        if (!(open(card, number, Purpose.READ) instanceof RecordFile file)) {
            throw new IsoRefusal(WRONG_FILE_TYPE);
        }
        List<Bytes> records = new ArrayList<>(file.records());
        if (file.type() == FileType.CYCLIC_RECORD) {
            Collections.reverse(records);
        }
        int first = Math.max(1, command.p1()) - 1;
        if (first >= records.size()) {
            throw new IsoRefusal(NO_RECORD);
        }
        List<Bytes> read = records.subList(first, how == ONE ? first + 1 : records.size());
        Bytes data = Bytes.concat(read.toArray(Bytes[]::new));
        if (data.length() > (command.ne() == 0 ? CommandApdu.MAX_SHORT_NE : command.ne())) {
            throw new IsoRefusal(StatusWord.WRONG_LENGTH);
        }
        card.cover(Instruction.READ_RECORDS, parameters(number, first, read.size()), data);
        return new ResponseApdu(data, StatusWord.OK);
    }

    static ResponseApdu appendRecord(Draft card, CommandApdu command) throws IsoRefusal, Refusal {
        if (command.p1() != 0 || (command.p2() & ~(SHORT_ID_BITS << 3)) != 0) {
            throw new IsoRefusal(WRONG_P1_P2);
        }
        FileNo number = number(card, command.p2() >>> 3);
        if (!(open(card, number, Purpose.WRITE) instanceof RecordFile)) {
            throw new IsoRefusal(WRONG_FILE_TYPE);
        }
        RecordFile file = card.shadow(number, RecordFile.class);
        if (command.data().isEmpty() || command.data().length() > file.recordSize()) {
            throw new IsoRefusal(StatusWord.WRONG_LENGTH);
        }
        if (!file.hasRoom()) {
            throw new IsoRefusal(NO_ROOM);
        }
        RecordAccess.append(card, number, 0, command.data());
        card.cover(
                Instruction.WRITE_RECORD, parameters(number, 0, command.data().length()), command.data());
        return new ResponseApdu(Bytes.EMPTY, StatusWord.OK);
    }

    private static Bytes parameters(FileNo number, int first, int second) {
        return Bytes.concat(Bytes.of(number.value()), Bytes.littleEndian(first, 3), Bytes.littleEndian(second, 3));
    }

    private static FileNo binary(Draft card, CommandApdu command) throws IsoRefusal {
        return number(card, (command.p1() & SHORT_ID) != 0 ? command.p1() & SHORT_ID_BITS : 0);
    }

    private static int offset(CommandApdu command) {
        return (command.p1() & SHORT_ID) != 0 ? command.p2() : command.p1() << 8 | command.p2();
    }

    /** The file with a short identifier, or for 0 the current one. It becomes the current one. */
    private static FileNo number(Draft card, int shortId) throws IsoRefusal {
        Optional<FileNo> wanted =
                shortId == 0 ? card.activation().selection().current() : Optional.of(new FileNo(shortId));
        FileNo number = wanted.orElseThrow(() -> new IsoRefusal(StatusWord.COMMAND_NOT_ALLOWED));
        if (card.selected().flatMap((Application in) -> in.file(number)).isEmpty()) {
            throw new IsoRefusal(StatusWord.NOT_FOUND);
        }
        card.activate(card.activation().with(card.activation().selection().with(number)));
        return number;
    }

    private static CardFile open(Draft card, FileNo number, Purpose purpose) throws IsoRefusal, Refusal {
        CardFile file = card.file(number);
        FileAccess access = file.settings().access();
        boolean clear = purpose.mode(access, card.key()) == CommMode.PLAIN;
        if (!clear || !purpose.allows(access, card.key())) {
            throw new IsoRefusal(StatusWord.SECURITY_STATUS_NOT_SATISFIED);
        }
        return file;
    }
}
