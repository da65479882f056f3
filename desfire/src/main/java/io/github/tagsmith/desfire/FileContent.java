package io.github.tagsmith.desfire;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.channel.DesfireChannel;
import io.github.tagsmith.desfire.command.Chaining;
import io.github.tagsmith.desfire.command.GetFileSettings;
import io.github.tagsmith.desfire.model.AccessRight;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.FileSettings;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.sm.Authentication;
import io.github.tagsmith.desfire.transfer.CardForms;
import io.github.tagsmith.desfire.transfer.FileTransfer;
import io.github.tagsmith.desfire.transfer.TransferForm;
import io.github.tagsmith.desfire.transfer.TransferProgress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file of the selected application, read and written as its settings ask for.
 *
 * @param transfer how its content travels, over the channel to the card
 * @param file which file
 * @param settings what it is
 */
public record FileContent(FileTransfer transfer, FileNo file, FileSettings settings) {

    private static final int TRANSACTION_MAC_SIZE = 12;

    /** What is done in one or the other chaining. */
    @FunctionalInterface
    public interface Chained<T> {

        /**
         * Does it.
         *
         * @param chaining who cuts data into frames
         * @return what came of it
         * @throws NfcException as {@link DesfireChannel#send}
         */
        T with(Chaining chaining) throws NfcException;
    }

    /**
     * Asks the card what the file is.
     *
     * @param channel the channel to the card
     * @param file which file
     * @return its content, not yet read
     * @throws NfcException if the card does not tell
     */
    public static FileContent of(DesfireChannel channel, FileNo file) throws NfcException {
        return of(channel, file, Optional.empty());
    }

    /**
     * The same for a form of transfer that is asked for.
     *
     * @param channel the channel to the card
     * @param file which file
     * @param form the form; nothing to let card, reader and session decide
     * @return its content, not yet read
     * @throws NfcException if the card does not tell
     */
    public static FileContent of(DesfireChannel channel, FileNo file, Optional<TransferForm> form) throws NfcException {
        FileTransfer transfer = new FileTransfer(channel, new CardForms(), form);
        return new FileContent(transfer, file, channel.send(new GetFileSettings(file)));
    }

    /**
     * The same, its transfers followed.
     *
     * @param progress told how far each is
     * @return the same file over the same channel
     */
    public FileContent followedBy(TransferProgress progress) {
        return new FileContent(transfer.followedBy(progress), file, settings);
    }

    /**
     * How data travels: in the file's mode if the session is one of a key that may do it, else plain where everybody may. Source:
     * libfreefare.
     *
     * @param operation what is done
     * @return the mode
     */
    public CommMode mode(FileOperation operation) {
        Optional<KeyNo> key = transfer.channel().session().origin().map(Authentication::keyNo);
        List<AccessRight> rights = Stream.concat(
                        Stream.of(settings.access().rights()), settings.access().additionalRights().stream())
                .flatMap(operation::allowedBy)
                .toList();
        boolean byKey = key.map(number -> rights.stream().anyMatch(right -> right.nibble() == number.value()))
                .orElse(false);
        return !byKey && rights.contains(AccessRight.FREE)
                ? CommMode.PLAIN
                : settings.access().commMode();
    }

    /**
     * Whether changes last only after CommitTransaction.
     *
     * @return true for all but standard data and transaction MAC files
     */
    public boolean isTransactional() {
        return switch (settings.type()) {
            case STANDARD, TRANSACTION_MAC -> false;
            case BACKUP, VALUE, LINEAR_RECORD, CYCLIC_RECORD -> true;
        };
    }

    /**
     * The length of a data file.
     *
     * @return bytes; of a transaction MAC file those of counter and value
     * @throws NfcException {@code INVALID_REQUEST} for other files
     */
    public int size() throws NfcException {
        if (settings instanceof FileSettings.Data data) {
            return data.size();
        }
        if (settings instanceof FileSettings.TransactionMac) {
            return TRANSACTION_MAC_SIZE;
        }
        throw new NfcException(
                ErrorKind.INVALID_REQUEST, "file " + file + " is a " + settings.type() + " file, no data file");
    }

    /**
     * Reads bytes of a data file.
     *
     * @param offset where, in bytes
     * @param length how many bytes, 1 or more
     * @param mode how they travel
     * @return those bytes
     * @throws NfcException as {@link FileTransfer#read}
     */
    public Bytes read(int offset, int length, CommMode mode) throws NfcException {
        return transfer.read(file, offset, length, mode);
    }

    /**
     * Writes bytes of a data file. A backup file needs a commit afterwards.
     *
     * @param offset where, in bytes
     * @param data what
     * @param mode how they travel
     * @throws NfcException as {@link FileTransfer#write}
     */
    public void write(int offset, Bytes data, CommMode mode) throws NfcException {
        transfer.write(file, offset, data, mode);
    }

    /**
     * Reads records of a record file, oldest first.
     *
     * @param skip how many of the newest are left out
     * @param count how many, 0 for all that are left
     * @param mode how they travel
     * @return all of them, one behind the other; nothing if there are none
     * @throws NfcException as {@link FileTransfer#readRecords}; {@code INVALID_REQUEST} for other files, or if it does not hold as
     *     many
     */
    public Bytes readRecords(int skip, int count, CommMode mode) throws NfcException {
        if (!(settings instanceof FileSettings.Records records)) {
            throw new NfcException(
                    ErrorKind.INVALID_REQUEST, "file " + file + " is a " + settings.type() + " file, no record file");
        }
        int held = records.currentRecords();
        if (skip < 0 || count < 0 || skip + (long) count > held) {
            throw new NfcException(
                    ErrorKind.INVALID_REQUEST,
                    "file " + file + " holds " + held + " records; " + count + " behind the " + skip
                            + " newest are not in it");
        }
        int wanted = count == 0 ? held - skip : count;
        return wanted == 0 ? Bytes.EMPTY : transfer.readRecords(file, skip, wanted, records.recordSize(), mode);
    }

    /**
     * Does something in the chaining that the card knows: ISO in sessions that only EV2 and later have, native in older ones;
     * without a session ISO, and native if the card does not know that.
     *
     * @param action what is done
     * @param <T> what comes of it
     * @return that
     * @throws NfcException as the action
     */
    public <T> T chained(Chained<T> action) throws NfcException {
        return transfer.one(form -> action.with(form.chaining()));
    }
}
