package io.github.tagsmith.desfire.tmac;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.command.DesfireCommand;
import io.github.tagsmith.desfire.crypto.Padding;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the MAC of a transaction covers (TMI): its write commands in order, each part filled with zeros to whole blocks.
 *
 * <pre>
 * WriteData, WriteRecord, UpdateRecord   CMD || header, zeros || data, zeros
 * Credit, Debit, LimitedCredit           CMD || file || value, zeros
 * ClearRecordFile                        CMD || file, zeros
 * CommitReaderID                         CMD || TMRICur || EncTMRI, zeros
 * </pre>
 *
 * <p>Source: MF2DLHX0 section 10.3 and NXP NfcRdLib (phTMIUtils); stated only, since no MAC of a real card with its key is
 * public.
 *
 * @param bytes whole blocks
 */
public record TransactionInput(Bytes bytes) {

    /** Nothing yet. */
    public static final TransactionInput EMPTY = new TransactionInput(Bytes.EMPTY);

    private static final int BLOCK = 16;
    private static final Set<Instruction> WRITES = EnumSet.of(
            Instruction.WRITE_DATA,
            Instruction.WRITE_DATA_ISO,
            Instruction.WRITE_RECORD,
            Instruction.WRITE_RECORD_ISO,
            Instruction.UPDATE_RECORD,
            Instruction.UPDATE_RECORD_ISO);
    private static final Set<Instruction> SHORT = EnumSet.of(
            Instruction.CREDIT, Instruction.DEBIT, Instruction.LIMITED_CREDIT, Instruction.CLEAR_RECORD_FILE);

    /**
     * Adds a command that the card has done.
     *
     * @param command any; those that a transaction does not cover add nothing
     * @return the longer input
     */
    public TransactionInput plus(DesfireCommand<?> command) {
        Bytes head = Bytes.of(command.instruction().code()).plus(command.header());
        if (WRITES.contains(command.instruction())) {
            return plus(Padding.zeros(head, BLOCK).plus(Padding.zeros(command.data(), BLOCK)));
        }
        if (SHORT.contains(command.instruction())) {
            return plus(Padding.zeros(head.plus(command.data()), BLOCK));
        }
        return this;
    }

    /**
     * Adds CommitReaderID.
     *
     * @param readerId TMRICur, 16 bytes
     * @param enciphered what the card answered, EncTMRI; nothing outside of a session
     * @return the longer input
     */
    public TransactionInput plusReaderId(Bytes readerId, Bytes enciphered) {
        Bytes code = Bytes.of(Instruction.COMMIT_READER_ID.code());
        return plus(Padding.zeros(Bytes.concat(code, readerId, enciphered), BLOCK));
    }

    private TransactionInput plus(Bytes blocks) {
        return new TransactionInput(bytes.plus(blocks));
    }
}
