package io.github.tagsmith.desfire.observer;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.model.CommMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * After commands 1A and AA: one initial value runs through all messages. Source: section 5 of the protocol reference.
 *
 * <pre>
 * plain   CMAC(command || header || data) becomes the initial value; nothing is added
 * MAC     the same, its first 8 bytes are appended
 * full    header || E(data || CRC32(command || header || data) || 00..)
 * answer  data || CMAC(data || status), or E(data || CRC32(data || status) || padding)
 * </pre>
 *
 * @param cipher the cipher under the session key
 * @param cmac the MAC under the session key
 * @param iv where chaining goes on, one block
 */
record Ev1Messaging(BlockCipher cipher, Cmac cmac, Bytes iv) implements Messaging {

    static Ev1Messaging opened(BlockCipher cipher) {
        return new Ev1Messaging(cipher, new Cmac(cipher), Bytes.zeros(cipher.blockSize()));
    }

    private Ev1Messaging from(Bytes block) {
        return new Ev1Messaging(cipher, cmac, block);
    }

    private Ev1Messaging behind(Bytes cryptogram) {
        return from(cryptogram.slice(cryptogram.length() - cipher.blockSize()));
    }

    @Override
    public Reading command(Request request) {
        boolean mayBeFull = request.mayBeFull(cipher.blockSize());
        if (mayBeFull) {
            Optional<Reading> full = full(request);
            if (full.isPresent()) {
                return full.get();
            }
        }
        Optional<Reading> maced = maced(request.code(), request.body(), Bytes.EMPTY);
        if (maced.isPresent()) {
            return maced.get();
        }
        if (mayBeFull && request.is(MessageForm.Protection.FULL)) {
            return Reading.wrong(CommMode.FULL, behind(request.data()));
        }
        Bytes mac = cmac.of(iv, request.code().plus(request.body()));
        return request.is(MessageForm.Protection.FILE) && !request.isBare()
                ? Reading.wrong(CommMode.MAC, from(mac))
                : Reading.plain(request.body(), from(mac));
    }

    private Optional<Reading> full(Request request) {
        Bytes clear = cipher.decipherCbc(iv, request.data());
        Checksum checksum = Checksum.CRC32.around(request.code().plus(request.header()), Bytes.EMPTY);
        Messaging next = behind(request.data());
        return request.changesKey()
                ? KeyCryptogram.checked(clear, checksum, Checksum.CRC32)
                        .map(key -> Reading.key(request.header(), key, next))
                : data(clear, checksum, request.commandLength())
                        .map(data ->
                                Reading.right(CommMode.FULL, request.header().plus(data), next));
    }

    private Optional<Bytes> data(Bytes clear, Checksum checksum, OptionalInt known) {
        OptionalInt length = checksum.dataLength(clear, cipher.blockSize(), known);
        return length.isEmpty() ? Optional.empty() : Optional.of(clear.slice(0, length.getAsInt()));
    }

    /** What stands before a MAC that is right. */
    private Optional<Reading> maced(Bytes before, Bytes body, Bytes after) {
        int end = body.length() - Cmac.TRUNCATED_LENGTH;
        if (end < 0) {
            return Optional.empty();
        }
        Bytes mac = cmac.of(iv, Bytes.concat(before, body.slice(0, end), after));
        return Cmac.same(mac.slice(0, Cmac.TRUNCATED_LENGTH), body.slice(end))
                ? Optional.of(Reading.right(CommMode.MAC, body.slice(0, end), from(mac)))
                : Optional.empty();
    }

    @Override
    public Reading answer(Request request, Reading command, int status, Bytes answer) {
        Bytes after = Bytes.of(status);
        Optional<Reading> maced = maced(Bytes.EMPTY, answer, after);
        if (maced.isPresent()) {
            return maced.get();
        }
        boolean wholeBlocks = !answer.isEmpty() && answer.length() % cipher.blockSize() == 0;
        Optional<Bytes> data = wholeBlocks
                ? data(
                        cipher.decipherCbc(iv, answer),
                        Checksum.CRC32.around(Bytes.EMPTY, after),
                        request.answerLength())
                : Optional.empty();
        return data.map(clear -> Reading.right(CommMode.FULL, clear, behind(answer)))
                .orElseGet(() -> Reading.wrong(CommMode.MAC, this));
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
