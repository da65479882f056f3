package io.github.tagsmith.desfire.observer;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.crypto.Padding;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * After command 0A; every message stands for itself. Source: section 4 of the protocol reference, where MACed and enciphered
 * file data are stated only.
 *
 * <pre>
 * MAC     data || first 4 bytes of the CBC-MAC of data
 * full    command D(data || CRC16(data) || 00..), answer E(data || CRC16(data) || 00.. or 80 00..)
 * </pre>
 *
 * @param cipher the cipher under the session key
 */
record D40Messaging(BlockCipher cipher) implements Messaging {

    private static final int BLOCK_SIZE = 8;
    private static final int MAC_LENGTH = 4;
    private static final Bytes ZERO = Bytes.zeros(BLOCK_SIZE);

    @Override
    public Reading command(Request request) {
        Bytes data = request.data();
        boolean mayBeFull = request.mayBeFull(BLOCK_SIZE);
        if (mayBeFull) {
            Bytes clear = cipher.encipherReceived(ZERO, data);
            Optional<Reading> full = request.changesKey()
                    ? KeyCryptogram.checked(clear, Checksum.CRC16, Checksum.CRC16)
                            .map(key -> Reading.key(request.header(), key, this))
                    : full(request.header(), clear, request.commandLength());
            if (full.isPresent()) {
                return full.get();
            }
        }
        if (request.is(MessageForm.Protection.FILE) && !request.isBare()) {
            return maced(data, request.commandLength())
                    .map(clear -> Reading.right(CommMode.MAC, request.header().plus(clear), this))
                    .orElse(Reading.wrong(CommMode.MAC, this));
        }
        return mayBeFull && request.is(MessageForm.Protection.FULL)
                ? Reading.wrong(CommMode.FULL, this)
                : Reading.plain(request.body(), this);
    }

    @Override
    public Reading answer(Request request, Reading command, int status, Bytes answer) {
        boolean ofFile = request.is(MessageForm.Protection.FILE);
        boolean enciphers = request.instruction() == Instruction.GET_CARD_UID;
        OptionalInt known = request.answerLength();
        if (!(ofFile || enciphers) || answer.isEmpty() || known.orElse(-1) == answer.length()) {
            return Reading.plain(answer, this);
        }
        Optional<Bytes> maced = maced(answer, known);
        if (ofFile && maced.isPresent()) {
            return Reading.right(CommMode.MAC, maced.get(), this);
        }
        Optional<Reading> full = answer.length() % BLOCK_SIZE == 0
                ? full(Bytes.EMPTY, cipher.decipherCbc(ZERO, answer), known)
                : Optional.empty();
        boolean open = known.isEmpty() && ofFile;
        return full.orElseGet(() ->
                open ? Reading.plain(answer, this) : Reading.wrong(enciphers ? CommMode.FULL : CommMode.MAC, this));
    }

    private Optional<Reading> full(Bytes header, Bytes clear, OptionalInt known) {
        OptionalInt length = Checksum.CRC16.dataLength(clear, BLOCK_SIZE, known);
        return length.isEmpty()
                ? Optional.empty()
                : Optional.of(Reading.right(CommMode.FULL, header.plus(clear.slice(0, length.getAsInt())), this));
    }

    /** The data without their MAC, if that is right and they are as long as they should be. */
    private Optional<Bytes> maced(Bytes body, OptionalInt known) {
        int end = body.length() - MAC_LENGTH;
        if (end <= 0 || known.orElse(end) != end) {
            return Optional.empty();
        }
        Bytes chained = cipher.encipherCbc(ZERO, Padding.zeros(body.slice(0, end), BLOCK_SIZE));
        Bytes mac = chained.slice(chained.length() - BLOCK_SIZE, chained.length() - MAC_LENGTH);
        return Cmac.same(mac, body.slice(end)) ? Optional.of(body.slice(0, end)) : Optional.empty();
    }

    @Override
    public List<Messaging> afterDoubt() {
        return List.of(this);
    }

    @Override
    public String counters() {
        return "";
    }
}
