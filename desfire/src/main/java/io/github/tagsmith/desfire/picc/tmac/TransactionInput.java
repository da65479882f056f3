package io.github.tagsmith.desfire.picc.tmac;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.Padding;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.Optional;

/**
 * What the transaction MAC of a transaction covers, TMI, as it grows. Reading counts as well as writing; only the transaction MAC
 * file itself does not. Everything is as in the command, in clear and without what chaining and messaging add; each part is
 * filled up with zeros to whole blocks of 16 bytes.
 *
 * <pre>
 * ReadData, WriteData        CMD file offset length                 data
 * ReadRecords                CMD file record count                  data
 * WriteRecord                CMD file offset length                 data
 * UpdateRecord               CMD file record offset length          data
 * GetValue, Credit, Debit,
 * LimitedCredit              CMD file value
 * ClearRecordFile            CMD file
 * CommitReaderID             CMD TMRICur EncTMRI
 * </pre>
 *
 * <p>A length or count of 0 is replaced by how much was read. Source: MF2DLHX0, section 10.3.4, stated only.
 *
 * @param bytes TMI, whole blocks
 * @param readerId TMRICur, what CommitReaderID named; 16 bytes
 */
public record TransactionInput(Bytes bytes, Optional<Bytes> readerId) {

    /** A transaction in which nothing was done yet. */
    public static final TransactionInput EMPTY = new TransactionInput(Bytes.EMPTY, Optional.empty());

    /** The length of a reader identifier, in bytes. */
    public static final int READER_ID_LENGTH = 16;

    private static final int BLOCK_SIZE = 16;

    /**
     * With one more command.
     *
     * @param instruction the command
     * @param parameters what stands before the data, or value included
     * @param data what was read or written; empty for the other commands
     * @return the longer input
     */
    public TransactionInput plus(Instruction instruction, Bytes parameters, Bytes data) {
        Bytes command = Bytes.of(instruction.code()).plus(parameters);
        Bytes longer = Bytes.concat(bytes, Padding.zeros(command, BLOCK_SIZE), Padding.zeros(data, BLOCK_SIZE));
        return new TransactionInput(longer, readerId);
    }

    /**
     * With the reader's identifier.
     *
     * @param newReaderId TMRICur, 16 bytes
     * @param encTmri what was answered; empty without an authentication
     * @return the longer input
     */
    public TransactionInput committedBy(Bytes newReaderId, Bytes encTmri) {
        Bytes longer = plus(Instruction.COMMIT_READER_ID, newReaderId.plus(encTmri), Bytes.EMPTY)
                .bytes();
        return new TransactionInput(longer, Optional.of(newReaderId));
    }

    /**
     * Whether nothing was done yet.
     *
     * @return true if no MAC is due
     */
    public boolean isEmpty() {
        return bytes.isEmpty();
    }
}
