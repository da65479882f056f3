package io.github.tagsmith.desfire.picc.memory;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.FileType;

/** A file of the card. A file with unfinished changes is a shadow copy, which {@link #settled} turns into the new file. */
public sealed interface CardFile permits DataFile, ValueFile, RecordFile, TransactionMacFile {

    /**
     * What it holds.
     *
     * @return its type
     */
    FileType type();

    /**
     * What every file has.
     *
     * @return its settings
     */
    FileSettings settings();

    /**
     * The file with other settings.
     *
     * @param settings the new ones
     * @return the changed file
     */
    CardFile with(FileSettings settings);

    /**
     * What GetFileSettings tells of this type after the access rights, and CreateFile is told.
     *
     * @return sizes or limits, least significant byte first
     */
    Bytes description();

    /**
     * The memory it takes.
     *
     * @return blocks of 32 bytes
     */
    int blocks();

    /**
     * The file as CommitTransaction leaves it.
     *
     * @return a file without unfinished changes
     */
    CardFile settled();
}
