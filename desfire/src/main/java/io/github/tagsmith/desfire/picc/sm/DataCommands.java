package io.github.tagsmith.desfire.picc.sm;

import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.EnumSet;
import java.util.Set;

/**
 * The commands whose data a MAC protects where not every command has one. Source: the tables of Proxmark3
 * (client/src/mifare/desfiresecurechan.c at 1b88066) and the communication settings of libfreefare (mifare_desfire.c); D40
 * traffic of a real card with a known key is not public.
 */
final class DataCommands {

    /** In MAC mode these carry a MAC of the reader, D40 and EV1. */
    static final Set<Instruction> MACED_BY_READER = EnumSet.of(
            Instruction.WRITE_DATA,
            Instruction.WRITE_DATA_ISO,
            Instruction.WRITE_RECORD,
            Instruction.WRITE_RECORD_ISO,
            Instruction.UPDATE_RECORD,
            Instruction.UPDATE_RECORD_ISO,
            Instruction.CREDIT,
            Instruction.DEBIT,
            Instruction.LIMITED_CREDIT,
            Instruction.COMMIT_READER_ID,
            Instruction.INITIALIZE_KEY_SET,
            Instruction.FINALIZE_KEY_SET,
            Instruction.ROLL_KEY_SET);

    /** In MAC mode the answers to these carry a MAC of the card, D40. */
    static final Set<Instruction> MACED_BY_CARD = EnumSet.of(
            Instruction.READ_DATA,
            Instruction.READ_DATA_ISO,
            Instruction.READ_RECORDS,
            Instruction.READ_RECORDS_ISO,
            Instruction.GET_VALUE);

    private DataCommands() {}

    /** The length of data on the wire, D40 and EV1: with a MAC, or with a checksum and whole blocks. */
    static int wireLength(
            Instruction instruction, int dataLength, CommMode mode, int macLength, Checksum checksum, int blockSize) {
        return switch (mode) {
            case FULL -> dataLength == 0 ? 0 : wholeBlocks(dataLength + checksum.length(), blockSize);
            case MAC -> dataLength + (MACED_BY_READER.contains(instruction) ? macLength : 0);
            case PLAIN -> dataLength;
        };
    }

    private static int wholeBlocks(int length, int blockSize) {
        return (length + blockSize - 1) / blockSize * blockSize;
    }
}
