package io.github.tagsmith.desfire.picc.memory;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.FileType;

/**
 * A transaction MAC file, one in an application.
 *
 * @param settings what every file has; the right to write stands for nothing, the one to read and write for CommitReaderID
 * @param key the AES key of the MAC, which nobody can read
 * @param counter the number of MACed transactions, TMC
 * @param mac the MAC of the last one, TMV, 8 bytes
 * @param readerId the identifier of the reader of the last transaction, TMRIPrev, 16 bytes; nobody can read it in clear
 */
public record TransactionMacFile(FileSettings settings, DesfireKey key, long counter, Bytes mac, Bytes readerId)
        implements CardFile {

    /** What ReadData reads: counter and MAC, in bytes. */
    public static final int CONTENT_LENGTH = 12;

    /**
     * A new file.
     *
     * @param settings what every file has
     * @param key the key of the MAC
     * @return the file, counter 0
     */
    public static TransactionMacFile of(FileSettings settings, DesfireKey key) {
        return new TransactionMacFile(settings, key, 0, Bytes.zeros(8), Bytes.zeros(16));
    }

    /**
     * What ReadData reads and a commit with option 01 answers.
     *
     * @return counter, least significant byte first, and MAC: 12 bytes
     */
    public Bytes content() {
        return Bytes.littleEndian(counter, 4).plus(mac);
    }

    /**
     * The file after a MACed transaction.
     *
     * @param newMac the MAC
     * @param newReaderId the identifier of its reader
     * @return the file with the counter one higher
     */
    public TransactionMacFile counted(Bytes newMac, Bytes newReaderId) {
        return new TransactionMacFile(settings, key, counter + 1, newMac, newReaderId);
    }

    @Override
    public FileType type() {
        return FileType.TRANSACTION_MAC;
    }

    @Override
    public TransactionMacFile with(FileSettings newSettings) {
        return new TransactionMacFile(newSettings, key, counter, mac, readerId);
    }

    /** The algorithm and version of the key. */
    @Override
    public Bytes description() {
        return Bytes.of(2, key.version().value());
    }

    @Override
    public int blocks() {
        return 2;
    }

    @Override
    public TransactionMacFile settled() {
        return this;
    }
}
