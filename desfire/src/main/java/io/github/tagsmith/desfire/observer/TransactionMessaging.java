package io.github.tagsmith.desfire.observer;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.crypto.Padding;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * After commands 71 and 77, AES or LRP. Source: section 6 of the protocol reference.
 *
 * <pre>
 * command   header || data or E(data || 80 00..) || MACt(command || CmdCtr || TI || all before)
 * answer    data or E(data || 80 00..) || MACt(status || CmdCtr || TI || all before)     CmdCtr has gone up by one
 * </pre>
 *
 * @param cmac the MAC under the session's MAC key
 * @param ti transaction identifier, 4 bytes
 * @param cmdCtr number of commands so far
 * @param cryptograms how data are enciphered
 */
record TransactionMessaging(Cmac cmac, Bytes ti, int cmdCtr, Cryptograms cryptograms) implements Messaging {

    private static final int BLOCK_SIZE = 16;

    private TransactionMessaging with(int counter, Cryptograms next) {
        return new TransactionMessaging(cmac, ti, counter, next);
    }

    private TransactionMessaging counted() {
        return with(cmdCtr + 1, cryptograms);
    }

    private TransactionMessaging after(Bytes cryptogram) {
        return with(cmdCtr, cryptograms.after(cryptogram.length() / BLOCK_SIZE));
    }

    private Bytes counter() {
        return Bytes.littleEndian(cmdCtr & 0xFFFF, 2);
    }

    private Optional<Bytes> verified(Bytes codeOrStatus, Bytes body) {
        int end = body.length() - Cmac.TRUNCATED_LENGTH;
        if (end < 0) {
            return Optional.empty();
        }
        Bytes mac = cmac.truncated(Bytes.concat(codeOrStatus, counter(), ti, body.slice(0, end)));
        return Cmac.same(mac, body.slice(end)) ? Optional.of(body.slice(0, end)) : Optional.empty();
    }

    private Bytes decipher(Cryptograms.Sender sender, Bytes cryptogram) {
        return cryptograms.decipher(sender, ti.plus(counter()), cryptogram);
    }

    @Override
    public Reading command(Request request) {
        Optional<Bytes> body = verified(request.code(), request.body());
        if (body.isPresent()) {
            return verifiedCommand(new Request(request.instruction(), body.get()));
        }
        boolean plain = request.is(MessageForm.Protection.PLAIN)
                || (request.is(MessageForm.Protection.FILE) && request.isBare())
                || (request.instruction() == Instruction.READ_SIGNATURE
                        && request.data().isEmpty());
        if (plain) {
            return Reading.plain(request.body(), counted());
        }
        int unmaced = Math.max(0, request.body().length() - Cmac.TRUNCATED_LENGTH);
        Request bare = new Request(request.instruction(), request.body().slice(0, unmaced));
        return isFull(bare)
                ? Reading.wrong(CommMode.FULL, after(bare.data()).counted())
                : Reading.wrong(CommMode.MAC, counted());
    }

    private static boolean isFull(Request request) {
        return request.mayBeFull(BLOCK_SIZE)
                && (request.is(MessageForm.Protection.FULL) || isPadded(request.data(), request.commandLength()));
    }

    private static boolean isPadded(Bytes data, OptionalInt known) {
        return known.isPresent() && data.length() == known.getAsInt() + BLOCK_SIZE - known.getAsInt() % BLOCK_SIZE;
    }

    private Reading verifiedCommand(Request request) {
        if (!isFull(request)) {
            return Reading.right(CommMode.MAC, request.body(), counted());
        }
        Bytes clear = decipher(Cryptograms.Sender.READER, request.data());
        TransactionMessaging next = after(request.data()).counted();
        OptionalInt end = Padding.unmarkedLength(clear);
        if (end.isEmpty()) {
            return Reading.wrong(CommMode.FULL, next);
        }
        Bytes data = clear.slice(0, end.getAsInt());
        if (request.changesKey()) {
            return KeyCryptogram.maced(data)
                    .map(key -> Reading.key(request.header(), key, next))
                    .orElse(Reading.wrong(CommMode.FULL, next));
        }
        return Reading.right(CommMode.FULL, request.header().plus(data), next);
    }

    @Override
    public Reading answer(Request request, Reading command, int status, Bytes answer) {
        if (command.mode() == CommMode.PLAIN) {
            return Reading.plain(answer, this);
        }
        Optional<Bytes> verified = verified(Bytes.of(status), answer);
        if (verified.isEmpty()) {
            int end = Math.max(0, answer.length() - Cmac.TRUNCATED_LENGTH);
            return mayBeFull(request, answer.slice(0, end))
                    ? Reading.wrong(CommMode.FULL, after(answer.slice(0, end)))
                    : Reading.wrong(CommMode.MAC, this);
        }
        Bytes data = verified.get();
        if (request.instruction() == Instruction.COMMIT_READER_ID && data.length() == BLOCK_SIZE) {
            return Reading.right(CommMode.FULL, decipher(Cryptograms.Sender.CARD, data), after(data));
        }
        if (!mayBeFull(request, data)) {
            return Reading.right(CommMode.MAC, data, this);
        }
        Bytes clear = decipher(Cryptograms.Sender.CARD, data);
        OptionalInt end = Padding.unmarkedLength(clear);
        boolean padded = end.isPresent() && clear.length() - end.getAsInt() <= BLOCK_SIZE;
        if (padded) {
            return Reading.right(CommMode.FULL, clear.slice(0, end.getAsInt()), after(data));
        }
        return request.is(MessageForm.Protection.FULL)
                ? Reading.wrong(CommMode.FULL, after(data))
                : Reading.right(CommMode.MAC, data, this);
    }

    /** Of a file whose length is open, data that look enciphered may still only have a MAC: their padding decides. */
    private static boolean mayBeFull(Request request, Bytes data) {
        if (data.isEmpty() || data.length() % BLOCK_SIZE != 0) {
            return false;
        }
        OptionalInt known = request.answerLength();
        return request.is(MessageForm.Protection.FULL)
                || (request.is(MessageForm.Protection.FILE) && (known.isEmpty() || isPadded(data, known)));
    }

    @Override
    public List<Messaging> afterDoubt() {
        return List.of(this, counted());
    }

    @Override
    public String counters() {
        return "CmdCtr " + cmdCtr + cryptograms.counters();
    }
}
