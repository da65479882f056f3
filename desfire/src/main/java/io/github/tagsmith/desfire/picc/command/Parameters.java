package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.picc.sm.ReceivedCommand;
import io.github.tagsmith.desfire.picc.sm.Refusal;

/**
 * The parameters of a command in clear. Numbers are least significant byte first.
 *
 * @param received the command as it came in
 * @param bytes header and clear data
 */
record Parameters(ReceivedCommand received, Bytes bytes) {

    /** The bits of a file number. */
    static final int FILE_BITS = 0x1F;

    private static final int MOST_FILES = 32;

    Instruction instruction() {
        return received.instruction();
    }

    int length() {
        return bytes.length();
    }

    int at(int offset) {
        return bytes.get(offset);
    }

    Bytes from(int offset) {
        return bytes.slice(offset);
    }

    Bytes slice(int from, int to) {
        return bytes.slice(from, to);
    }

    /** A number of three bytes. */
    int number(int offset) {
        return (int) bytes.slice(offset, offset + 3).toUnsignedLittleEndian();
    }

    /** A signed number of four bytes. */
    int signed(int offset) {
        return (int) bytes.slice(offset, offset + 4).toUnsignedLittleEndian();
    }

    Aid aid() {
        return Aid.fromWire(bytes.slice(0, Aid.LENGTH));
    }

    /** The file number that most commands begin with. */
    FileNo fileNo() throws Refusal {
        return fileNo(bytes);
    }

    static FileNo fileNo(Bytes header) throws Refusal {
        if (header.get(0) >= MOST_FILES) {
            throw new Refusal(DesfireStatus.PARAMETER_ERROR);
        }
        return new FileNo(header.get(0));
    }
}
