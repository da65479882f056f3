package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.DesfireCommand;
import io.github.tagsmith.desfire.command.KeyChange;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.crypto.Crc32;
import io.github.tagsmith.desfire.crypto.Padding;
import io.github.tagsmith.desfire.model.CommMode;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What EV2 and LRP sessions have in common: everything but the cipher.
 *
 * <pre>
 * plain   header || data
 * MAC     header || data || MACt
 * full    header || E(data || 80 00..) || MACt         no data: the MAC only
 * answer  plain: data;  MAC: data || MACt;  full: E(data || 80 00..) || MACt
 * </pre>
 */
sealed interface TransactionSession extends Session permits Ev2Session, LrpSession {

    /** The cipher's block size, in bytes. */
    int BLOCK_SIZE = 16;

    /** Bytes turned by the cipher, and the session after that. */
    record Turned(Bytes bytes, TransactionSession next) {}

    /**
     * Which key this session came from.
     *
     * @return method and key
     */
    Authentication authentication();

    /**
     * MAC key, transaction and number of the command that is next or under way.
     *
     * @return the MAC
     */
    TransactionMac mac();

    /**
     * The same session with another MAC state.
     *
     * @param mac the new state
     * @return that session
     */
    TransactionSession with(TransactionMac mac);

    /**
     * Enciphers a command's data.
     *
     * @param padded whole blocks
     * @return as many blocks
     * @throws NfcException if a counter is at its end
     */
    Turned encipher(Bytes padded) throws NfcException;

    /**
     * Deciphers an answer.
     *
     * @param cryptogram whole blocks
     * @return as many blocks
     * @throws NfcException if a counter is at its end
     */
    Turned decipher(Bytes cryptogram) throws NfcException;

    @Override
    default Optional<Authentication> origin() {
        return Optional.of(authentication());
    }

    @Override
    default ProtectedCommand protect(DesfireCommand<?> command) throws NfcException {
        TransactionMac counted = mac().counted();
        if (command instanceof KeyChange<?> change) {
            KeyField field = KeyField.of(change, authentication());
            Bytes crc = field.isOwn() ? Bytes.EMPTY : Crc32.of(field.other());
            return protect(command, field.exchanged().plus(crc), counted, field.isOwn());
        }
        return protect(command, command.data(), counted, command.endsSession());
    }

    private ProtectedCommand protect(DesfireCommand<?> command, Bytes data, TransactionMac counted, boolean last)
            throws NfcException {
        CommMode mode = command.commMode();
        Turned turned = mode == CommMode.FULL && !data.isEmpty()
                ? encipher(Padding.marked(data, BLOCK_SIZE))
                : new Turned(data, this);
        Bytes body = command.header().plus(turned.bytes());
        Bytes maced = mode == CommMode.PLAIN
                ? body
                : body.plus(mac().of(command.instruction().code(), body));
        TransactionSession waiting = turned.next().with(counted);
        return new ProtectedCommand(
                maced,
                last
                        ? (status, answer) -> new AcceptedAnswer(Integrity.requireEmpty(answer), new PlainSession())
                        : (status, answer) -> waiting.accept(command, status, answer));
    }

    private AcceptedAnswer accept(DesfireCommand<?> command, int status, Bytes answer) throws NfcException {
        if (command.commMode() == CommMode.PLAIN) {
            return new AcceptedAnswer(answer, this);
        }
        Bytes body = mac().verified(status, answer);
        boolean padded = command.commMode() == CommMode.FULL;
        if (body.isEmpty() || !(padded || command.answersWholeBlocks())) {
            return new AcceptedAnswer(body, this);
        }
        Turned turned = decipher(Integrity.requireBlocks(body, BLOCK_SIZE));
        return new AcceptedAnswer(padded ? unpadded(turned.bytes()) : turned.bytes(), turned.next());
    }

    private static Bytes unpadded(Bytes clear) throws NfcException {
        OptionalInt length = Padding.unmarkedLength(clear.slice(clear.length() - BLOCK_SIZE));
        if (length.isEmpty()) {
            throw NfcException.protocol("the padding of the answer is wrong").withHint(Integrity.AGAIN);
        }
        return clear.slice(0, clear.length() - BLOCK_SIZE + length.getAsInt());
    }

    @Override
    default int clearRoom(CommMode mode, int room) {
        int withoutMac = Math.max(0, room - Cmac.TRUNCATED_LENGTH);
        return switch (mode) {
            case PLAIN -> room;
            case MAC -> withoutMac;
            case FULL -> Math.max(0, withoutMac - withoutMac % BLOCK_SIZE - 1);
        };
    }
}
