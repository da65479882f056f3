package io.github.tagsmith.desfire.agreement;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.AbortTransaction;
import io.github.tagsmith.desfire.command.CommitTransaction;
import io.github.tagsmith.desfire.command.CreateFile;
import io.github.tagsmith.desfire.command.DeleteFile;
import io.github.tagsmith.desfire.command.GetFileSettings;
import io.github.tagsmith.desfire.model.AccessRight;
import io.github.tagsmith.desfire.model.AccessRights;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.FileSettings;
import io.github.tagsmith.desfire.model.FileType;
import io.github.tagsmith.desfire.model.KeyNo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files and the transaction that spans them; what is done with one file is {@link RandomFileUse}. */
final class RandomFiles {

    private static final int MOST_FILES = 8;
    private static final int LARGEST_FILE = 180;

    private final RandomReader reader;
    private final RandomFileUse use;

    RandomFiles(RandomReader reader) {
        this.reader = reader;
        this.use = new RandomFileUse(reader);
    }

    void use() throws NfcException {
        Map<FileNo, ModelFile> files = reader.model().place().files;
        int choice = reader.random().nextInt(30);
        if (reader.can(Capability.FILES) && (files.size() < 3 || choice == 0)) {
            createFile();
            return;
        }
        if (reader.can(Capability.FILES) && choice == 1) {
            FileNo gone = reader.oneOf(List.copyOf(files.keySet()));
            if (reader.order(new DeleteFile(gone), Optional.empty())) {
                files.remove(gone);
            }
            return;
        }
        if (choice < 5 && reader.can(Capability.TRANSACTIONS)) {
            endTransaction();
            return;
        }
        FileNo number = reader.oneOf(List.copyOf(files.keySet()));
        ModelFile file = files.get(number);
        if (choice == 6) {
            reader.send(new GetFileSettings(number), Optional.empty(), Optional.of(file.settings()));
        } else if (file.isData()) {
            use.data(number, file);
        } else if (file.isRecords()) {
            use.records(number, file);
        } else {
            use.value(number, file);
        }
    }

    private AccessRight right() {
        int choice = reader.random().nextInt(10);
        if (choice == 0) {
            return AccessRight.NEVER;
        }
        return choice < 4
                ? AccessRight.FREE
                : AccessRight.of(new KeyNo(
                        reader.random().nextInt(reader.model().place().keys.size())));
    }

    private void createFile() throws NfcException {
        FileNo number = new FileNo(reader.random().nextInt(MOST_FILES));
        FileType type = reader.oneOf(List.of(
                FileType.STANDARD, FileType.BACKUP, FileType.VALUE, FileType.LINEAR_RECORD, FileType.CYCLIC_RECORD));
        CommMode mode = reader.oneOf(List.of(CommMode.values()));
        AccessRights rights = new AccessRights(right(), right(), right(), right());
        boolean isRecords = type == FileType.LINEAR_RECORD || type == FileType.CYCLIC_RECORD;
        int size = 1 + reader.random().nextInt(isRecords ? 40 : LARGEST_FILE);
        ModelFile file =
                new ModelFile(type, mode, rights, size, 2 + reader.random().nextInt(4));
        file.content = Bytes.zeros(file.isData() ? size : 0);
        file.lower = -reader.random().nextInt(100);
        file.upper = 1000 + reader.random().nextInt(1000);
        file.value = reader.random().nextInt(1000);
        boolean isNew = !reader.model().place().files.containsKey(number);
        if (reader.order(creation(number, file), RandomReader.unless(isNew, DesfireStatus.DUPLICATE))) {
            reader.model().place().files.put(number, file);
        }
    }

    private static CreateFile creation(FileNo number, ModelFile file) {
        FileSettings settings = file.settings();
        return new CreateFile(
                number,
                Optional.empty(),
                settings instanceof FileSettings.Value value
                        ? new FileSettings.Value(
                                value.access(), value.lowerLimit(), value.upperLimit(), file.value, false, false)
                        : settings);
    }

    private void endTransaction() throws NfcException {
        Optional<DesfireStatus> refusal = RandomReader.unless(reader.model().isOpen(), DesfireStatus.NO_CHANGES);
        if (reader.random().nextInt(3) > 0) {
            if (reader.order(new CommitTransaction(false), refusal)) {
                reader.model().commit();
            }
        } else if (reader.order(new AbortTransaction(), refusal)) {
            reader.model().dropTransaction();
        }
    }
}
