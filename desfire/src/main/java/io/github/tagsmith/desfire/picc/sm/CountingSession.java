package io.github.tagsmith.desfire.picc.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.crypto.Padding;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.OptionalInt;

/**
 * A session after command 71 or 77: EV2 and LRP are the same but for the cipher. In full mode the end of the clear data is
 * marked by 80 and zeros; a direction without data has a MAC only. Plain commands count, too (AN12196, stated only).
 */
sealed interface CountingSession extends CardSession permits Ev2Session, LrpSession {

    /** The size of a cipher block, in bytes. */
    int BLOCK_SIZE = 16;

    /** The counter of the next command, or of the answer that is due. */
    CommandCounter counter();

    /** The same session at another count. */
    CountingSession withCounter(CommandCounter counter);

    /** Deciphers whole blocks of a command. */
    Turned decipher(Bytes cryptogram);

    /** Enciphers whole blocks of an answer. */
    Turned encipher(Bytes clear);

    /** Blocks that were turned, and the session after that. */
    record Turned(Bytes data, CountingSession next) {}

    /** Data in full mode are always marked, so they grow by 1 to 16 bytes. */
    @Override
    default int wireLength(Instruction instruction, int dataLength, CommMode mode) {
        return switch (mode) {
            case FULL -> (dataLength == 0 ? 0 : (dataLength / BLOCK_SIZE + 1) * BLOCK_SIZE) + Cmac.TRUNCATED_LENGTH;
            case MAC -> dataLength + Cmac.TRUNCATED_LENGTH;
            case PLAIN -> dataLength;
        };
    }

    @Override
    default Opened open(ReceivedCommand command, CommMode mode) throws Refusal {
        if (mode == CommMode.PLAIN) {
            return new Opened(command.rest(), withCounter(counter().next()));
        }
        Maced received = Maced.split(command.rest(), Cmac.TRUNCATED_LENGTH);
        if (mode == CommMode.FULL && received.data().length() % BLOCK_SIZE != 0) {
            throw new Refusal(DesfireStatus.LENGTH_ERROR);
        }
        received.check(counter().macOf(command, received.data()));
        if (mode == CommMode.MAC || received.data().isEmpty()) {
            return new Opened(received.data(), withCounter(counter().next()));
        }
        Turned turned = decipher(received.data());
        OptionalInt length = Padding.unmarkedLength(turned.data());
        if (length.isEmpty() || turned.data().length() - length.getAsInt() > BLOCK_SIZE) {
            throw new Refusal(DesfireStatus.INTEGRITY_ERROR);
        }
        return new Opened(
                turned.data().slice(0, length.getAsInt()),
                turned.next().withCounter(counter().next()));
    }

    @Override
    default Closed close(Answer answer, CommMode mode) {
        if (mode == CommMode.PLAIN) {
            return new Closed(answer.data(), this);
        }
        Turned turned = mode == CommMode.FULL && !answer.data().isEmpty()
                ? encipher(filled(answer))
                : new Turned(answer.data(), this);
        return new Closed(turned.data().plus(counter().macOf(answer.status(), turned.data())), turned.next());
    }

    private static Bytes filled(Answer answer) {
        Answer.Fill fill = answer.fill() == Answer.Fill.NOTHING ? Answer.Fill.NOTHING : Answer.Fill.MARKED;
        return fill.apply(answer.data(), BLOCK_SIZE);
    }

    @Override
    default OpenedKey openKey(ReceivedCommand command, KeyChange change) throws Refusal {
        Opened opened = open(command, CommMode.FULL);
        return new OpenedKey(change.maced(opened.data()), opened.next());
    }
}
