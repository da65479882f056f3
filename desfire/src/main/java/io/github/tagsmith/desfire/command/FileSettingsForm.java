package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.ByteCursor;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.AccessRights;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.FileAccess;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.FileSettings;
import io.github.tagsmith.desfire.model.FileType;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.IsoFileId;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyVersion;
import io.github.tagsmith.desfire.model.SdmSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How file settings travel.
 *
 * <pre>
 * GetFileSettings      type(1) option(1) rights(2) ...
 *   standard, backup   size(3) [SDM settings]
 *   value              lower(4) upper(4) limited credit value(4) flags(1)
 *   records            record size(3) most(3) now(3)
 *   transaction MAC    key type(1) key version(1)
 *   all                [how many(1) additional rights(2 each)]      with bit 7 of the option
 * ChangeFileSettings   option(1) rights(2) [how many(1) additional rights(2 each)] [SDM settings]
 * </pre>
 *
 * <p>Sources: file-settings.json and ev2-mac-full.json of the vectors for data, value and record files and SDM; Proxmark3
 * (DesfireFillFileSettings) for additional rights and the transaction MAC file, NXP NfcRdLib for the place of additional rights
 * in ChangeFileSettings; those are stated only, as is their place where there is SDM, too.
 */
final class FileSettingsForm {

    private static final int ADDITIONAL_RIGHTS = 0x80;
    private static final int SDM = 0x40;
    private static final int LIMITED_CREDIT = 0x01;
    private static final int FREE_GET_VALUE = 0x02;
    private static final int KEY_TYPE = 6;

    private FileSettingsForm() {}

    static FileSettings read(ByteCursor cursor) throws NfcException {
        int code = cursor.take();
        FileType type =
                FileType.of(code).orElseThrow(() -> new IllegalArgumentException("there is no file type " + code));
        int option = cursor.take();
        AccessRights rights = AccessRights.fromWire(cursor.take(AccessRights.LENGTH));
        FileAccess first = FileAccess.of(CommMode.ofBits(option), rights);
        return switch (type) {
            case STANDARD, BACKUP -> {
                int size = Answer.littleEndian(cursor, 3);
                Optional<SdmSettings> sdm = (option & SDM) == 0 ? Optional.empty() : Optional.of(SdmForm.read(cursor));
                yield new FileSettings.Data(type, complete(first, option, cursor), size, sdm);
            }
            case VALUE -> {
                int lower = Answer.littleEndian(cursor, 4);
                int upper = Answer.littleEndian(cursor, 4);
                int value = Answer.littleEndian(cursor, 4);
                int flags = cursor.take();
                yield new FileSettings.Value(
                        complete(first, option, cursor),
                        lower,
                        upper,
                        value,
                        (flags & LIMITED_CREDIT) != 0,
                        (flags & FREE_GET_VALUE) != 0);
            }
            case LINEAR_RECORD, CYCLIC_RECORD -> {
                int size = Answer.littleEndian(cursor, 3);
                int most = Answer.littleEndian(cursor, 3);
                int now = Answer.littleEndian(cursor, 3);
                yield new FileSettings.Records(type, complete(first, option, cursor), size, most, now);
            }
            case TRANSACTION_MAC -> {
                KeyAlgorithm algorithm = KeyAlgorithm.ofTypeBits(cursor.take() << KEY_TYPE);
                KeyVersion version = new KeyVersion(cursor.take());
                yield new FileSettings.TransactionMac(complete(first, option, cursor), algorithm, version);
            }
        };
    }

    private static FileAccess complete(FileAccess first, int option, ByteCursor cursor) throws NfcException {
        if ((option & ADDITIONAL_RIGHTS) == 0) {
            return first;
        }
        List<AccessRights> additional = new ArrayList<>();
        for (int left = cursor.take(); left > 0; left--) {
            additional.add(AccessRights.fromWire(cursor.take(AccessRights.LENGTH)));
        }
        return new FileAccess(first.commMode(), first.rights(), additional);
    }

    static ChangeFileSettings readChange(FileNo file, ByteCursor cursor) throws NfcException {
        int option = cursor.take();
        FileAccess first =
                FileAccess.of(CommMode.ofBits(option), AccessRights.fromWire(cursor.take(AccessRights.LENGTH)));
        FileAccess access = complete(first, option, cursor);
        Optional<SdmSettings> sdm = (option & SDM) == 0 ? Optional.empty() : Optional.of(SdmForm.read(cursor));
        return new ChangeFileSettings(file, access, sdm);
    }

    static Bytes changed(FileAccess access, Optional<SdmSettings> sdm) {
        List<AccessRights> additional = access.additionalRights();
        Bytes more = additional.isEmpty()
                ? Bytes.EMPTY
                : Bytes.of(additional.size())
                        .plus(Bytes.concat(
                                additional.stream().map(AccessRights::toWire).toArray(Bytes[]::new)));
        int option = option(access) | (sdm.isPresent() ? SDM : 0);
        return Bytes.concat(
                Bytes.of(option),
                access.rights().toWire(),
                more,
                sdm.map(SdmForm::wire).orElse(Bytes.EMPTY));
    }

    static Instruction creation(FileType type) {
        return switch (type) {
            case STANDARD -> Instruction.CREATE_STD_DATA_FILE;
            case BACKUP -> Instruction.CREATE_BACKUP_DATA_FILE;
            case VALUE -> Instruction.CREATE_VALUE_FILE;
            case LINEAR_RECORD -> Instruction.CREATE_LINEAR_RECORD_FILE;
            case CYCLIC_RECORD -> Instruction.CREATE_CYCLIC_RECORD_FILE;
            case TRANSACTION_MAC -> Instruction.CREATE_TRANSACTION_MAC_FILE;
        };
    }

    static Bytes created(FileNo file, Optional<IsoFileId> isoFileId, FileSettings settings) {
        if (isoFileId.isPresent() && settings.type() == FileType.VALUE) {
            throw new IllegalArgumentException("a value file has no ISO file identifier");
        }
        FileAccess access = settings.access();
        return Bytes.concat(
                Bytes.of(file.value()),
                isoFileId.map(IsoFileId::toWire).orElse(Bytes.EMPTY),
                Bytes.of(option(access)),
                access.rights().toWire(),
                sizes(settings));
    }

    private static Bytes sizes(FileSettings settings) {
        if (settings instanceof FileSettings.Data data) {
            return ThreeByteNumber.wire(data.size(), "size");
        }
        if (settings instanceof FileSettings.Value value) {
            if (value.lowerLimit() > value.upperLimit()) {
                throw new IllegalArgumentException(
                        "lower limit " + value.lowerLimit() + " is above upper limit " + value.upperLimit());
            }
            int flags = (value.limitedCredit() ? LIMITED_CREDIT : 0) | (value.freeGetValue() ? FREE_GET_VALUE : 0);
            return Bytes.concat(
                    Bytes.littleEndian(value.lowerLimit(), 4),
                    Bytes.littleEndian(value.upperLimit(), 4),
                    Bytes.littleEndian(value.value(), 4),
                    Bytes.of(flags));
        }
        if (settings instanceof FileSettings.Records records) {
            return ThreeByteNumber.wire(records.recordSize(), "record size")
                    .plus(ThreeByteNumber.wire(records.maxRecords(), "number of records"));
        }
        throw new IllegalArgumentException("a transaction MAC file is created with its key");
    }

    private static int option(FileAccess access) {
        return access.commMode().bits() | (access.additionalRights().isEmpty() ? 0 : ADDITIONAL_RIGHTS);
    }
}
