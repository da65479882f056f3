package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.DesfireCommand;
import io.github.tagsmith.desfire.command.KeyChange;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.crypto.Crc32;
import io.github.tagsmith.desfire.crypto.Padding;
import io.github.tagsmith.desfire.model.CommMode;
import java.util.Optional;

/**
 * Messaging of EV1, after commands 1A and AA: one initial value runs through all commands and answers.
 *
 * <pre>
 * plain   CMAC(command || header || data) becomes the initial value; nothing is added
 * MAC     the same, its first 8 bytes are appended
 * full    header || E(data || CRC32(command || header || data) || 00..); the last block becomes the initial value
 * answer  data || first 8 bytes of CMAC(data || status), also to plain commands
 * full    E(data || CRC32(data || status) || padding)
 * </pre>
 *
 * @param authentication method and key
 * @param cipher the cipher under the session key
 * @param cmac the MAC under the session key
 * @param iv where chaining goes on, one block
 */
public record Ev1Session(Authentication authentication, BlockCipher cipher, Cmac cmac, Bytes iv) implements Session {

    /**
     * A session at its beginning, with an initial value of zeros.
     *
     * @param authentication method and key
     * @param cipher the cipher under the session key
     * @return the session
     */
    static Ev1Session opened(Authentication authentication, BlockCipher cipher) {
        return new Ev1Session(authentication, cipher, new Cmac(cipher), Bytes.zeros(cipher.blockSize()));
    }

    private Ev1Session at(Bytes newIv) {
        return new Ev1Session(authentication, cipher, cmac, newIv);
    }

    @Override
    public ProtectedCommand protect(DesfireCommand<?> command) throws NfcException {
        if (command instanceof KeyChange<?> change) {
            return keyChange(change);
        }
        Bytes code = Bytes.of(command.instruction().code());
        Bytes clear = command.header().plus(command.data());
        boolean full = command.commMode() == CommMode.FULL;
        if (full && !command.data().isEmpty()) {
            Bytes checked = command.data().plus(Crc32.of(code.plus(clear)));
            return enciphered(command, checked, command.endsSession());
        }
        Bytes mac = cmac.of(iv, code.plus(clear));
        boolean sent = command.commMode() == CommMode.MAC && MacedCommands.EV1.contains(command.instruction());
        Bytes body = sent ? clear.plus(mac.slice(0, Cmac.TRUNCATED_LENGTH)) : clear;
        Ev1Session waiting = at(mac);
        if (command.endsSession()) {
            return new ProtectedCommand(body, Ev1Session::ended);
        }
        return new ProtectedCommand(
                body, full ? (status, answer) -> waiting.deciphered(command, status, answer) : waiting::verified);
    }

    private ProtectedCommand keyChange(KeyChange<?> change) throws NfcException {
        KeyField field = KeyField.of(change, authentication);
        Bytes code = Bytes.of(change.instruction().code());
        Bytes crc = Crc32.of(Bytes.concat(code, change.header(), field.exchanged()));
        Bytes other = field.isOwn() ? Bytes.EMPTY : Crc32.of(field.other());
        return enciphered(change, Bytes.concat(field.exchanged(), crc, other), field.isOwn());
    }

    private ProtectedCommand enciphered(DesfireCommand<?> command, Bytes checked, boolean last) {
        Bytes cryptogram = cipher.encipherCbc(iv, Padding.zeros(checked, cipher.blockSize()));
        return new ProtectedCommand(
                command.header().plus(cryptogram), last ? Ev1Session::ended : at(lastBlock(cryptogram))::verified);
    }

    private static AcceptedAnswer ended(int status, Bytes answer) throws NfcException {
        return new AcceptedAnswer(Integrity.requireEmpty(answer), new PlainSession());
    }

    private AcceptedAnswer verified(int status, Bytes answer) throws NfcException {
        Bytes data = Integrity.withoutMac(answer, Cmac.TRUNCATED_LENGTH);
        Bytes mac = cmac.of(iv, data.plus(Bytes.of(status)));
        Integrity.requireMac(answer, mac.slice(0, Cmac.TRUNCATED_LENGTH));
        return new AcceptedAnswer(data, at(mac));
    }

    private AcceptedAnswer deciphered(DesfireCommand<?> command, int status, Bytes answer) throws NfcException {
        Bytes clear = cipher.decipherCbc(iv, Integrity.requireBlocks(answer, cipher.blockSize()));
        ChecksumTail tail =
                new ChecksumTail(Crc32.LENGTH, cipher.blockSize(), data -> Crc32.of(data.plus(Bytes.of(status))));
        return new AcceptedAnswer(tail.strip(clear, command.answerLength()), at(lastBlock(answer)));
    }

    private Bytes lastBlock(Bytes cryptogram) {
        return cryptogram.slice(cryptogram.length() - cipher.blockSize());
    }

    @Override
    public Optional<Authentication> origin() {
        return Optional.of(authentication);
    }

    @Override
    public int clearRoom(CommMode mode, int room) {
        return switch (mode) {
            case PLAIN, MAC -> Math.max(0, room - Cmac.TRUNCATED_LENGTH);
            case FULL -> Math.max(0, room - room % cipher.blockSize() - Crc32.LENGTH - 1);
        };
    }
}
