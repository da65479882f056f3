package io.github.tagsmith.desfire.picc.memory;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.FileType;

/**
 * A standard or a backup file.
 *
 * @param type which of the two
 * @param settings what every file has
 * @param content its bytes
 */
public record DataFile(FileType type, FileSettings settings, Bytes content) implements CardFile {

    /**
     * Checks the type.
     *
     * @param type standard or backup
     * @param settings what every file has
     * @param content its bytes
     */
    public DataFile {
        if (type != FileType.STANDARD && type != FileType.BACKUP) {
            throw new IllegalArgumentException(type + " is no data file");
        }
    }

    /**
     * With other bytes at an offset.
     *
     * @param offset where, from 0
     * @param data what; it fits
     * @return the changed file
     */
    public DataFile with(int offset, Bytes data) {
        return new DataFile(type, settings, content.with(offset, data));
    }

    @Override
    public DataFile with(FileSettings newSettings) {
        return new DataFile(type, newSettings, content);
    }

    @Override
    public Bytes description() {
        return Bytes.littleEndian(content.length(), 3);
    }

    @Override
    public int blocks() {
        return Blocks.of(content.length()) * (type == FileType.BACKUP ? 2 : 1);
    }

    @Override
    public DataFile settled() {
        return this;
    }
}
