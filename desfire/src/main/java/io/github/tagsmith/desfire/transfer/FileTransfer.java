package io.github.tagsmith.desfire.transfer;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.channel.DesfireChannel;
import io.github.tagsmith.desfire.channel.Framing;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.sm.Authentication;
import io.github.tagsmith.desfire.sm.PlainSession;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads and writes files in the form that costs the fewest exchanges.
 *
 * <p>Without a session a form that the card does not know is refused and costs no more than that one exchange: the best is
 * tried first. In a session a refusal would cost the session, so nothing is tried: EV2 and LRP sessions use what all their cards know, the
 * older ones additional frames, until the saving is worth asking the card for its version, within the session, in three
 * exchanges.
 *
 * @param channel where commands go; its limits are the reader's
 * @param card what is known of the card
 * @param fixed the form to use whatever is known
 * @param progress told how far a transfer is
 */
public record FileTransfer(
        DesfireChannel channel, CardForms card, Optional<TransferForm> fixed, TransferProgress progress) {

    /** Data of a native frame of an answer, in bytes. */
    private static final int NATIVE_FRAME = 59;

    /** Instruction or class unknown, length fields wrong: the command was not done. */
    private static final Set<Integer> FORM_REFUSED = Set.of(
            0x9100 | DesfireStatus.ILLEGAL_COMMAND.code(),
            0x9100 | DesfireStatus.LENGTH_ERROR.code(),
            0x6700,
            0x6D00,
            0x6E00);

    /** What is done in one or the other form. */
    @FunctionalInterface
    public interface Action<T> {

        /**
         * Does it.
         *
         * @param form how data travels; not {@link TransferForm#BINARY}
         * @return what came of it
         * @throws NfcException as {@link DesfireChannel#send}
         */
        T in(TransferForm form) throws NfcException;
    }

    /**
     * Transfers that nobody follows.
     *
     * @param channel where commands go; its limits are the reader's
     * @param card what is known of the card
     * @param fixed the form to use whatever is known
     */
    public FileTransfer(DesfireChannel channel, CardForms card, Optional<TransferForm> fixed) {
        this(channel, card, fixed, TransferProgress.NONE);
    }

    /**
     * The same, followed.
     *
     * @param follower told how far a transfer is
     * @return transfers over the same channel
     */
    public FileTransfer followedBy(TransferProgress follower) {
        return new FileTransfer(channel, card, fixed, follower);
    }

    /**
     * Reads a part of a data file.
     *
     * @param file which file
     * @param offset where, in bytes
     * @param length how many bytes, 1 or more
     * @param mode the file's mode, or plain where access is free
     * @return those bytes
     * @throws NfcException as {@link DesfireChannel#send}; {@code PROTOCOL} if the card gives another number of bytes
     */
    public Bytes read(FileNo file, int offset, int length, CommMode mode) throws NfcException {
        Action<Bytes> action = form -> form == TransferForm.BINARY
                ? new BinaryTransfer(channel, progress).read(file, offset, length)
                : ChainedTransfer.of(channel, form, progress).read(file, offset, length, mode);
        return run(length, mode, BinaryTransfer.reaches(file, offset, length), action);
    }

    /**
     * Writes a part of a data file. UPDATE BINARY would gain nothing: an EV1 takes 55 bytes of it at once (NXP's support forum).
     *
     * @param file which file
     * @param offset where, in bytes
     * @param data what
     * @param mode the file's mode, or plain where access is free
     * @throws NfcException as {@link DesfireChannel#send}; what was written before stays written. {@code INVALID_REQUEST} if the
     *     form to use is {@link TransferForm#BINARY}
     */
    public void write(FileNo file, int offset, Bytes data, CommMode mode) throws NfcException {
        if (fixed.equals(Optional.of(TransferForm.BINARY))) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "READ BINARY is for reading")
                    .withHint("write with --transfer auto, extended, short or native");
        }
        run(data.length(), mode, false, form -> {
            ChainedTransfer.of(channel, form, progress).write(file, offset, data, mode);
            return data;
        });
    }

    /**
     * Reads records, oldest first.
     *
     * @param file which file
     * @param skip how many of the newest are left out
     * @param count how many, 1 or more
     * @param size the length of a record, in bytes
     * @param mode the file's mode, or plain where access is free
     * @return all of them, one behind the other
     * @throws NfcException as {@link DesfireChannel#send}; {@code PROTOCOL} if the card gives another number of bytes
     */
    public Bytes readRecords(FileNo file, int skip, int count, int size, CommMode mode) throws NfcException {
        return run(
                count * size,
                mode,
                false,
                form -> ChainedTransfer.of(channel, form, progress).readRecords(file, skip, count, size, mode));
    }

    /**
     * Does something else, which fits into a short APDU, in a form that the card knows.
     *
     * @param action what is done
     * @param <T> what comes of it
     * @return that
     * @throws NfcException as the action
     */
    public <T> T one(Action<T> action) throws NfcException {
        return run(1, CommMode.PLAIN, false, action);
    }

    private <T> T run(int length, CommMode mode, boolean binary, Action<T> action) throws NfcException {
        if (fixed.isPresent()) {
            return inForm(fixed.get(), action);
        }
        if (channel.framing() == Framing.NATIVE) {
            return action.in(TransferForm.NATIVE);
        }
        if (!(channel.session() instanceof PlainSession)) {
            return inForm(inSession(length, mode), action);
        }
        for (TransferForm form : worthTrying(length, binary)) {
            try {
                if (card.mayKnow(form)) {
                    return inForm(form, action);
                }
            } catch (NfcException error) {
                if (!isRefused(form, error)) {
                    throw error;
                }
            }
        }
        return action.in(TransferForm.NATIVE);
    }

    /** Best first; native frames, whose refusal is the last word, come after these. */
    private Set<TransferForm> worthTrying(int length, boolean binary) {
        Set<TransferForm> forms = EnumSet.complementOf(EnumSet.of(TransferForm.NATIVE));
        if (!channel.limits().isExtended() || exchanges(TransferForm.SHORT, length, CommMode.PLAIN) == 1) {
            forms.remove(TransferForm.EXTENDED);
        }
        if (!binary || exchanges(TransferForm.NATIVE, length, CommMode.PLAIN) <= 2) {
            forms.remove(TransferForm.BINARY);
        }
        return forms;
    }

    private boolean isRefused(TransferForm form, NfcException error) {
        if (form == TransferForm.BINARY) {
            return error.kind() == ErrorKind.REFUSED;
        }
        int code = (int) error.code().orElse(0);
        if (!FORM_REFUSED.contains(code)) {
            return false;
        }
        card.refuse(form);
        if (code == (0x9100 | DesfireStatus.ILLEGAL_COMMAND.code())) {
            card.refuse(TransferForm.SHORT);
        }
        return true;
    }

    private TransferForm inSession(int length, CommMode mode) throws NfcException {
        AuthenticationMethod method =
                channel.session().origin().map(Authentication::method).orElse(AuthenticationMethod.D40);
        TransferForm certain = method.isCounting() ? TransferForm.SHORT : TransferForm.NATIVE;
        TransferForm better = channel.limits().isExtended() && method != AuthenticationMethod.LRP
                ? TransferForm.EXTENDED
                : TransferForm.SHORT;
        int saved = exchanges(certain, length, mode) - exchanges(better, length, mode);
        if (card.isUnknown() && saved > CardForms.VERSION) {
            card.ask(channel);
        }
        for (TransferForm form : EnumSet.range(better, TransferForm.SHORT)) {
            if (card.knows(form) && exchanges(form, length, mode) < exchanges(certain, length, mode)) {
                return form;
            }
        }
        return certain;
    }

    private int exchanges(TransferForm form, int length, CommMode mode) {
        int room = form == TransferForm.NATIVE
                ? NATIVE_FRAME
                : channel.session()
                        .clearRoom(mode, form.within(channel.limits()).answer());
        return (length + room - 1) / Math.max(1, room);
    }

    private static <T> T inForm(TransferForm form, Action<T> action) throws NfcException {
        try {
            return action.in(form);
        } catch (NfcException error) {
            if (form == TransferForm.EXTENDED && error.hint().isEmpty()) {
                throw error.withHint("reader or card may not take APDUs that long: try --transfer short");
            }
            throw error;
        }
    }
}
