package io.github.tagsmith.desfire.picc.memory;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.FileType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A linear or a cyclic record file. One record at a time is being written: several WriteRecord before the commit go to the same
 * one (libnxpsc, hardware notes, seen on an EV3). A cyclic file keeps one of its records for that, so it holds one less than
 * it has room for (M075031).
 *
 * @param type linear or cyclic
 * @param settings what every file has
 * @param recordSize the size of a record, in bytes
 * @param capacity how many records there is room for
 * @param records the records, oldest first
 * @param draft the record that the open transaction writes; none in a settled file
 * @param cleared whether the open transaction cleared the file; false in a settled file
 */
public record RecordFile(
        FileType type,
        FileSettings settings,
        int recordSize,
        int capacity,
        List<Bytes> records,
        Optional<Open> draft,
        boolean cleared)
        implements CardFile {

    /**
     * A record that is being written.
     *
     * @param index where it stands, counted from the oldest; the number of records for a new one
     * @param content its bytes
     */
    public record Open(int index, Bytes content) {}

    /**
     * Copies the list.
     *
     * @param type linear or cyclic
     * @param settings what every file has
     * @param recordSize the size of a record, in bytes
     * @param capacity how many records there is room for
     * @param records the records, oldest first
     * @param draft the record that the open transaction writes
     * @param cleared whether the open transaction cleared the file
     */
    public RecordFile {
        records = List.copyOf(records);
        if (type != FileType.LINEAR_RECORD && type != FileType.CYCLIC_RECORD) {
            throw new IllegalArgumentException(type + " is no record file");
        }
    }

    /**
     * A file without unfinished changes.
     *
     * @param type linear or cyclic
     * @param settings what every file has
     * @param recordSize the size of a record, in bytes
     * @param capacity how many records there is room for
     * @param records the records, oldest first
     * @return the file
     */
    public static RecordFile of(
            FileType type, FileSettings settings, int recordSize, int capacity, List<Bytes> records) {
        return new RecordFile(type, settings, recordSize, capacity, records, Optional.empty(), false);
    }

    /**
     * Whether a record can be added.
     *
     * @return false for a full linear file
     */
    public boolean hasRoom() {
        return isCyclic() || records.size() < capacity;
    }

    private boolean isCyclic() {
        return type == FileType.CYCLIC_RECORD;
    }

    private int mostRecords() {
        return isCyclic() ? capacity - 1 : capacity;
    }

    /**
     * The shadow copy with a record being written.
     *
     * @param newDraft that record
     * @return the changed file
     */
    public RecordFile with(Open newDraft) {
        return new RecordFile(type, settings, recordSize, capacity, records, Optional.of(newDraft), cleared);
    }

    /**
     * The shadow copy after ClearRecordFile.
     *
     * @return the changed file
     */
    public RecordFile emptied() {
        return new RecordFile(type, settings, recordSize, capacity, List.of(), Optional.empty(), true);
    }

    @Override
    public RecordFile with(FileSettings newSettings) {
        return new RecordFile(type, newSettings, recordSize, capacity, records, draft, cleared);
    }

    @Override
    public Bytes description() {
        return Bytes.concat(
                Bytes.littleEndian(recordSize, 3),
                Bytes.littleEndian(capacity, 3),
                Bytes.littleEndian(records.size(), 3));
    }

    @Override
    public int blocks() {
        return Blocks.of((long) recordSize * capacity);
    }

    @Override
    public RecordFile settled() {
        List<Bytes> written = new ArrayList<>(records);
        draft.ifPresent(record -> {
            if (record.index() < written.size()) {
                written.set(record.index(), record.content());
            } else {
                written.add(record.content());
            }
        });
        int surplus = Math.max(0, written.size() - mostRecords());
        return of(type, settings, recordSize, capacity, written.subList(surplus, written.size()));
    }
}
