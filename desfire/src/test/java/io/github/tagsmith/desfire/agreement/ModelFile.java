package io.github.tagsmith.desfire.agreement;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.AccessRight;
import io.github.tagsmith.desfire.model.AccessRights;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.FileAccess;
import io.github.tagsmith.desfire.model.FileSettings;
import io.github.tagsmith.desfire.model.FileType;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.picc.memory.CardFile;
import io.github.tagsmith.desfire.picc.memory.DataFile;
import io.github.tagsmith.desfire.picc.memory.RecordFile;
import io.github.tagsmith.desfire.picc.memory.ValueFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a file should hold, kept as simply as can be. Unfinished changes are there while a transaction is open. */
final class ModelFile {

    final FileType type;
    final CommMode mode;
    final AccessRights rights;
    final int size;
    final int capacity;

    Bytes content = Bytes.EMPTY;
    Optional<Bytes> written = Optional.empty();
    int value;
    Optional<Integer> changed = Optional.empty();
    /** What the open transaction debited, and what the last one did that debited anything. */
    int debited;

    int givenBackAtMost;
    int lower;
    int upper;
    List<Bytes> records = new ArrayList<>();
    Optional<Bytes> newRecord = Optional.empty();
    boolean cleared;

    ModelFile(FileType type, CommMode mode, AccessRights rights, int size, int capacity) {
        this.type = type;
        this.mode = mode;
        this.rights = rights;
        this.size = size;
        this.capacity = capacity;
    }

    /** A file of a card as delivered. */
    static ModelFile of(CardFile delivered) {
        CommMode mode = delivered.settings().access().commMode();
        AccessRights rights = delivered.settings().access().rights();
        if (delivered instanceof DataFile data) {
            ModelFile file =
                    new ModelFile(data.type(), mode, rights, data.content().length(), 0);
            file.content = data.content();
            return file;
        }
        if (delivered instanceof RecordFile records) {
            return new ModelFile(records.type(), mode, rights, records.recordSize(), records.capacity());
        }
        ValueFile value = (ValueFile) delivered;
        ModelFile file = new ModelFile(FileType.VALUE, mode, rights, 0, 0);
        file.lower = value.lower();
        file.upper = value.upper();
        file.value = value.value();
        return file;
    }

    boolean isData() {
        return type == FileType.STANDARD || type == FileType.BACKUP;
    }

    boolean isRecords() {
        return type == FileType.LINEAR_RECORD || type == FileType.CYCLIC_RECORD;
    }

    boolean isOpen() {
        return written.isPresent() || changed.isPresent() || newRecord.isPresent() || cleared;
    }

    void commit() {
        content = written.orElse(content);
        value = changed.orElse(value);
        givenBackAtMost = debited > 0 ? debited : givenBackAtMost;
        if (cleared) {
            records.clear();
        }
        newRecord.ifPresent(records::add);
        if (type == FileType.CYCLIC_RECORD && records.size() == capacity) {
            records.remove(0);
        }
        drop();
    }

    void drop() {
        written = Optional.empty();
        changed = Optional.empty();
        newRecord = Optional.empty();
        cleared = false;
        debited = 0;
    }

    FileSettings settings() {
        FileAccess access = FileAccess.of(mode, rights);
        if (isData()) {
            return new FileSettings.Data(type, access, size, Optional.empty());
        }
        return isRecords()
                ? new FileSettings.Records(type, access, size, capacity, records.size())
                : new FileSettings.Value(access, lower, upper, givenBackAtMost, false, false);
    }

    /** What somebody wants to do with it. */
    enum Intent {
        READ,
        WRITE,
        READ_WRITE,
        DEBIT
    }

    private List<AccessRight> granting(Intent intent) {
        return switch (intent) {
            case READ -> List.of(rights.read(), rights.readWrite());
            case WRITE -> List.of(rights.write(), rights.readWrite());
            case READ_WRITE -> List.of(rights.readWrite());
            case DEBIT -> List.of(rights.read(), rights.write(), rights.readWrite());
        };
    }

    /** Nothing if it is allowed, else the refusal. */
    Optional<DesfireStatus> refusal(Intent intent, Optional<KeyNo> key) {
        List<AccessRight> granting = granting(intent);
        if (granting.contains(AccessRight.FREE) || isByKey(intent, key)) {
            return Optional.empty();
        }
        return key.isPresent() || granting.stream().allMatch(AccessRight.NEVER::equals)
                ? Optional.of(DesfireStatus.PERMISSION_DENIED)
                : Optional.of(DesfireStatus.AUTHENTICATION_ERROR);
    }

    private boolean isByKey(Intent intent, Optional<KeyNo> key) {
        return key.map(AccessRight::of).filter(granting(intent)::contains).isPresent();
    }

    /** How the data travel: in clear where only the free right allows it. */
    CommMode mode(Intent intent, Optional<KeyNo> key) {
        boolean isFree = granting(intent).contains(AccessRight.FREE);
        return isFree && !isByKey(intent, key) ? CommMode.PLAIN : mode;
    }
}
