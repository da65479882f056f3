package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.CrcA;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.DesfireCommand;
import io.github.tagsmith.desfire.command.KeyChange;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.Padding;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Messaging of the first DESFire, after command 0A. Every cryptogram and MAC starts from zero, so the session never changes.
 *
 * <pre>
 * MAC     header || data || first 4 bytes of the CBC-MAC of data, padded with zeros
 * full    header || D(data || CRC16(data) || 00..)      D deciphers, chained on its own output
 * answer  E(data || CRC16(data) || 00.. or 80 00..)     ordinary CBC
 * </pre>
 *
 * <p>Handshake and key cryptograms are held to vectors; MACed and enciphered file data are stated by libfreefare and Proxmark3
 * only.
 *
 * @param authentication method and key
 * @param cipher the cipher under the session key
 */
public record D40Session(Authentication authentication, BlockCipher cipher) implements Session {

    private static final int MAC_LENGTH = 4;
    private static final int BLOCK_SIZE = 8;
    private static final Bytes ZERO = Bytes.zeros(BLOCK_SIZE);
    private static final ChecksumTail TAIL = new ChecksumTail(CrcA.LENGTH, BLOCK_SIZE, CrcA::of);

    /** Commands whose answers carry a MAC in MAC mode (Proxmark3). */
    private static final Set<Instruction> MACED_ANSWERS = EnumSet.of(
            Instruction.READ_DATA,
            Instruction.READ_DATA_ISO,
            Instruction.READ_RECORDS,
            Instruction.READ_RECORDS_ISO,
            Instruction.GET_VALUE);

    @Override
    public ProtectedCommand protect(DesfireCommand<?> command) throws NfcException {
        if (command instanceof KeyChange<?> change) {
            return keyChange(change);
        }
        Bytes data = command.data();
        Session next = command.endsSession() ? new PlainSession() : this;
        boolean full = command.commMode() == CommMode.FULL;
        boolean maced = command.commMode() == CommMode.MAC;
        if (full && data.isEmpty()) {
            return new ProtectedCommand(
                    command.header(), (status, answer) -> new AcceptedAnswer(deciphered(command, answer), next));
        }
        if (full) {
            return new ProtectedCommand(
                    command.header().plus(enciphered(CrcA.append(data))),
                    (status, answer) -> new AcceptedAnswer(answer, next));
        }
        Bytes mac = maced && MacedCommands.D40.contains(command.instruction()) ? mac(data) : Bytes.EMPTY;
        boolean macedAnswer = maced && MACED_ANSWERS.contains(command.instruction());
        return new ProtectedCommand(
                Bytes.concat(command.header(), data, mac),
                (status, answer) -> new AcceptedAnswer(macedAnswer ? verified(answer) : answer, next));
    }

    private ProtectedCommand keyChange(KeyChange<?> change) throws NfcException {
        KeyField field = KeyField.of(change, authentication);
        Bytes clear = CrcA.append(field.exchanged()).plus(field.isOwn() ? Bytes.EMPTY : CrcA.of(field.other()));
        Session next = field.isOwn() ? new PlainSession() : this;
        return new ProtectedCommand(
                change.header().plus(enciphered(clear)), (status, answer) -> new AcceptedAnswer(answer, next));
    }

    private Bytes enciphered(Bytes clear) {
        return cipher.decipherToSend(ZERO, Padding.zeros(clear, BLOCK_SIZE));
    }

    private Bytes deciphered(DesfireCommand<?> command, Bytes answer) throws NfcException {
        Bytes clear = cipher.decipherCbc(ZERO, Integrity.requireBlocks(answer, BLOCK_SIZE));
        return TAIL.strip(clear, command.answerLength());
    }

    private Bytes verified(Bytes answer) throws NfcException {
        Bytes data = Integrity.withoutMac(answer, MAC_LENGTH);
        Integrity.requireMac(answer, mac(data));
        return data;
    }

    /** Zeros for no data at all. */
    private Bytes mac(Bytes data) {
        Bytes chained = ZERO.plus(cipher.encipherCbc(ZERO, Padding.zeros(data, BLOCK_SIZE)));
        return chained.slice(chained.length() - BLOCK_SIZE).slice(0, MAC_LENGTH);
    }

    @Override
    public Optional<Authentication> origin() {
        return Optional.of(authentication);
    }

    @Override
    public int clearRoom(CommMode mode, int room) {
        return switch (mode) {
            case PLAIN -> room;
            case MAC -> Math.max(0, room - MAC_LENGTH);
            case FULL -> Math.max(0, room - room % BLOCK_SIZE - CrcA.LENGTH - 1);
        };
    }
}
