package io.github.tagsmith.desfire.agreement;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.Chaining;
import io.github.tagsmith.desfire.command.ClearRecordFile;
import io.github.tagsmith.desfire.command.Credit;
import io.github.tagsmith.desfire.command.Debit;
import io.github.tagsmith.desfire.command.Extent;
import io.github.tagsmith.desfire.command.GetValue;
import io.github.tagsmith.desfire.command.ReadData;
import io.github.tagsmith.desfire.command.ReadRecords;
import io.github.tagsmith.desfire.command.WriteData;
import io.github.tagsmith.desfire.command.WriteRecord;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.FileType;
import java.util.Optional;

/** Reading and writing one file. */
final class RandomFileUse {

    private static final int LARGEST_READ = 180;

    private final RandomReader reader;

    RandomFileUse(RandomReader reader) {
        this.reader = reader;
    }

    private Chaining chaining() {
        boolean isNative = reader.can(Capability.NATIVE_CHAINING);
        boolean isIso = reader.can(Capability.ISO_CHAINING);
        return isIso && (!isNative || reader.random().nextBoolean()) ? Chaining.ISO : Chaining.NATIVE;
    }

    void data(FileNo number, ModelFile file) throws NfcException {
        int offset = Math.max(file.size - 1 - reader.random().nextInt(file.size), file.size - LARGEST_READ);
        int length = 1 + reader.random().nextInt(file.size - offset);
        boolean isBeyond = reader.random().nextInt(20) == 0;
        if (reader.random().nextBoolean()) {
            boolean isWhole = file.size <= LARGEST_READ && reader.random().nextInt(4) == 0;
            Extent extent = isWhole ? Extent.ALL : new Extent(offset, isBeyond ? file.size + 1 - offset : length);
            Optional<DesfireStatus> refusal = file.refusal(
                            ModelFile.Intent.READ, reader.model().key())
                    .or(() -> RandomReader.unless(isWhole || !isBeyond, DesfireStatus.BOUNDARY_ERROR));
            Bytes expected = isWhole ? file.content : file.content.slice(offset, offset + length);
            CommMode mode = file.mode(ModelFile.Intent.READ, reader.model().key());
            reader.send(new ReadData(number, extent, mode, chaining()), refusal, Optional.of(expected));
            return;
        }
        Bytes data = reader.bytes().next(isBeyond ? file.size + 1 - offset : length);
        Optional<DesfireStatus> refusal = file.refusal(
                        ModelFile.Intent.WRITE, reader.model().key())
                .or(() -> RandomReader.unless(!isBeyond, DesfireStatus.BOUNDARY_ERROR));
        CommMode mode = file.mode(ModelFile.Intent.WRITE, reader.model().key());
        if (reader.order(new WriteData(number, offset, data, mode, chaining()), refusal)) {
            Bytes written = file.written.orElse(file.content).with(offset, data);
            if (file.type == FileType.STANDARD) {
                file.content = written;
            } else {
                file.written = Optional.of(written);
            }
        }
    }

    void value(FileNo number, ModelFile file) throws NfcException {
        int choice = reader.random().nextInt(3);
        if (choice == 0) {
            Optional<DesfireStatus> refusal =
                    file.refusal(ModelFile.Intent.DEBIT, reader.model().key());
            CommMode mode = file.mode(ModelFile.Intent.DEBIT, reader.model().key());
            reader.send(new GetValue(number, mode), refusal, Optional.of(file.value));
            return;
        }
        int amount = reader.random().nextInt(400);
        int now = file.changed.orElse(file.value);
        ModelFile.Intent intent = choice == 1 ? ModelFile.Intent.READ_WRITE : ModelFile.Intent.DEBIT;
        long next = choice == 1 ? (long) now + amount : (long) now - amount;
        Optional<DesfireStatus> refusal = file.refusal(intent, reader.model().key())
                .or(() -> RandomReader.unless(next <= file.upper && next >= file.lower, DesfireStatus.BOUNDARY_ERROR));
        CommMode mode = file.mode(intent, reader.model().key());
        if (reader.order(choice == 1 ? new Credit(number, amount, mode) : new Debit(number, amount, mode), refusal)) {
            file.changed = Optional.of((int) next);
            file.debited += choice == 1 ? 0 : amount;
        }
    }

    void records(FileNo number, ModelFile file) throws NfcException {
        int choice = reader.random().nextInt(12);
        if (choice == 0) {
            if (file.newRecord.isEmpty()
                    && reader.order(
                            new ClearRecordFile(number),
                            file.refusal(
                                    ModelFile.Intent.READ_WRITE, reader.model().key()))) {
                file.cleared = true;
            }
        } else if (choice < 5) {
            readRecords(number, file);
        } else if (!file.cleared) {
            writeRecord(number, file);
        }
    }

    private void readRecords(FileNo number, ModelFile file) throws NfcException {
        int there = file.records.size();
        int newest = reader.random().nextInt(there + 1);
        int count = reader.random().nextInt(there + 2);
        Optional<DesfireStatus> refusal = file.refusal(
                        ModelFile.Intent.READ, reader.model().key())
                .or(() -> RandomReader.unless(newest < there && newest + count <= there, DesfireStatus.BOUNDARY_ERROR));
        Optional<Bytes> expected = refusal.isPresent()
                ? Optional.empty()
                : Optional.of(Bytes.concat(file.records
                        .subList(count == 0 ? 0 : there - newest - count, there - newest)
                        .toArray(Bytes[]::new)));
        CommMode mode = file.mode(ModelFile.Intent.READ, reader.model().key());
        reader.send(new ReadRecords(number, new Extent(newest, count), mode, chaining()), refusal, expected);
    }

    private void writeRecord(FileNo number, ModelFile file) throws NfcException {
        int offset = reader.random().nextInt(file.size);
        Bytes data = reader.bytes().next(1 + reader.random().nextInt(file.size - offset));
        boolean hasRoom = file.type == FileType.CYCLIC_RECORD || file.records.size() < file.capacity;
        Optional<DesfireStatus> refusal = file.refusal(
                        ModelFile.Intent.WRITE, reader.model().key())
                .or(() -> RandomReader.unless(hasRoom, DesfireStatus.BOUNDARY_ERROR));
        CommMode mode = file.mode(ModelFile.Intent.WRITE, reader.model().key());
        if (reader.order(new WriteRecord(number, offset, data, mode, chaining()), refusal)) {
            file.newRecord =
                    Optional.of(file.newRecord.orElse(Bytes.zeros(file.size)).with(offset, data));
        }
    }
}
