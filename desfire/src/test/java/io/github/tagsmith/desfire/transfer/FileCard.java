package io.github.tagsmith.desfire.transfer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.apdu.ApduChannel;
import io.github.tagsmith.core.apdu.CommandApdu;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * One plain file behind wrapped commands and READ BINARY: just enough of a card to count exchanges. Native answers have 59 bytes
 * a frame. File 2 has records of 32 bytes, file 3 of 300.
 */
final class FileCard implements ApduChannel {

    private static final int FRAME = 59;
    private static final int HEADER = 7;

    private final Deque<Bytes> pending = new ArrayDeque<>();
    private Bytes content;
    private Bytes writing = Bytes.EMPTY;
    private String unknown = "";
    private boolean selected;

    private FileCard(Bytes content) {
        this.content = content;
    }

    static FileCard of(Bytes content) {
        return new FileCard(content);
    }

    /** A card that does not know some forms of transfer. */
    FileCard without(String forms) {
        unknown = forms;
        return this;
    }

    Bytes content() {
        return content;
    }

    @Override
    public Bytes transmit(Bytes frame) throws NfcException {
        CommandApdu command = CommandApdu.parse(frame);
        Bytes answer = answer(command);
        assertTrue(answer.length() - 2 <= Math.max(1, command.ne()), "more than Ne");
        return answer;
    }

    private Bytes answer(CommandApdu command) {
        if (command.cla() == 0) {
            return unknown.contains("BINARY") ? Bytes.fromHex("6D00") : binary(command);
        }
        boolean iso = command.ins() == 0xAD || command.ins() == 0x8D || command.ins() == 0xAB;
        if (iso && unknown.contains("SHORT")) {
            return Bytes.fromHex("911C");
        }
        if (command.extended() && unknown.contains("EXTENDED")) {
            return Bytes.fromHex("6700");
        }
        return switch (command.ins()) {
            case 0xAD -> part(command.data()).plus(done());
            case 0xBD -> chained(part(command.data()));
            case 0xAB -> records(command.data()).plus(done());
            case 0xBB -> chained(records(command.data()));
            case 0x8D, 0x3D -> written(command.data());
            case 0xAF -> writing.isEmpty() ? next() : written(command.data());
            default -> Bytes.fromHex("911C");
        };
    }

    /** A short identifier selects the file; without one it has to be selected. */
    private Bytes binary(CommandApdu command) {
        boolean byIdentifier = (command.p1() & 0x80) != 0;
        if (!byIdentifier && !selected) {
            return Bytes.fromHex("6986");
        }
        selected = true;
        int at = byIdentifier ? command.p2() : command.p1() << 8 | command.p2();
        return content.slice(at, at + command.ne()).plus(Bytes.fromHex("9000"));
    }

    private static Bytes done() {
        return Bytes.of(0x91, 0x00);
    }

    private static int number(Bytes header, int at) {
        return (int) header.slice(at, at + 3).toUnsignedLittleEndian();
    }

    private Bytes part(Bytes header) {
        return content.slice(number(header, 1), number(header, 1) + number(header, 4));
    }

    private Bytes records(Bytes header) {
        int size = header.get(0) == 2 ? 32 : 300;
        int end = content.length() / size - number(header, 1);
        return content.slice((end - number(header, 4)) * size, end * size);
    }

    private Bytes chained(Bytes data) {
        pending.clear();
        for (int at = 0; at < data.length(); at += FRAME) {
            pending.add(data.slice(at, Math.min(at + FRAME, data.length())));
        }
        return next();
    }

    private Bytes next() {
        Bytes part = pending.remove();
        return part.plus(pending.isEmpty() ? done() : Bytes.of(0x91, 0xAF));
    }

    private Bytes written(Bytes part) {
        writing = writing.plus(part);
        if (writing.length() - HEADER < number(writing, 4)) {
            return Bytes.of(0x91, 0xAF);
        }
        content = content.with(number(writing, 1), writing.slice(HEADER));
        writing = Bytes.EMPTY;
        return done();
    }
}
