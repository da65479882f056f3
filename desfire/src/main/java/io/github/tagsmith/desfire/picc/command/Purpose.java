package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.desfire.model.AccessRight;
import io.github.tagsmith.desfire.model.AccessRights;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.FileAccess;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.picc.sm.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody wants to do with a file, and which of its rights allow that (M075031 and MF2DLHX0, tables of access rights; stated
 * only).
 */
enum Purpose {
    /** ReadData, ReadRecords. */
    READ,
    /** WriteData, WriteRecord, LimitedCredit. */
    WRITE,
    /** GetValue, Debit. */
    DEBIT,
    /** Credit, UpdateRecord, ClearRecordFile, CommitReaderID. */
    READ_WRITE,
    /** ChangeFileSettings. */
    CHANGE;

    /** The rights of which one is enough. */
    private List<AccessRight> counting(AccessRights rights) {
        return switch (this) {
            case READ -> List.of(rights.read(), rights.readWrite());
            case WRITE -> List.of(rights.write(), rights.readWrite());
            case DEBIT -> List.of(rights.read(), rights.write(), rights.readWrite());
            case READ_WRITE -> List.of(rights.readWrite());
            case CHANGE -> List.of(rights.change());
        };
    }

    private Stream<AccessRight> rights(FileAccess access) {
        return Stream.concat(Stream.of(access.rights()), access.additionalRights().stream())
                .flatMap(rights -> counting(rights).stream());
    }

    private boolean isGrantedTo(Optional<KeyNo> key, FileAccess access) {
        return rights(access).map(AccessRight::key).anyMatch(needed -> needed.isPresent() && needed.equals(key));
    }

    private boolean isFree(FileAccess access) {
        return rights(access).anyMatch(AccessRight.FREE::equals);
    }

    /** How the data travel: as the file says for the holder of a key, in clear for everybody else. */
    CommMode mode(FileAccess access, Optional<KeyNo> key) {
        return isGrantedTo(key, access) || !isFree(access) ? access.commMode() : CommMode.PLAIN;
    }

    boolean allows(FileAccess access, Optional<KeyNo> key) {
        return isGrantedTo(key, access) || isFree(access);
    }

    /**
     * Refuses whoever may not: 9D if no key would do or a session with another key is open, AE if nobody is authenticated
     * (hardware notes of ObsidianPay/libnxpsc, EV3, on reading and writing; taken for the rest).
     */
    void check(FileAccess access, Optional<KeyNo> key) throws Refusal {
        if (!allows(access, key)) {
            boolean someKey = rights(access).anyMatch(right -> right.key().isPresent());
            throw someKey ? refusal(key) : new Refusal(DesfireStatus.PERMISSION_DENIED);
        }
    }

    /** What whoever needs another key is told. */
    static Refusal refusal(Optional<KeyNo> key) {
        return new Refusal(key.isPresent() ? DesfireStatus.PERMISSION_DENIED : DesfireStatus.AUTHENTICATION_ERROR);
    }
}
