package io.github.tagsmith.desfire.channel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.apdu.ApduChannel;
import io.github.tagsmith.core.apdu.CommandApdu;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayDeque;
import java.util.Deque;

/** One plain file behind wrapped commands: just enough of a card to count exchanges. Native answers have 59 bytes a frame. */
final class FileCard implements ApduChannel {

    private static final int FRAME = 59;
    private static final int HEADER = 7;

    private final Deque<Bytes> pending = new ArrayDeque<>();
    private Bytes content;
    private Bytes writing = Bytes.EMPTY;
    private int longestAnswer;

    FileCard(Bytes content) {
        this.content = content;
    }

    Bytes content() {
        return content;
    }

    int longestAnswer() {
        return longestAnswer;
    }

    @Override
    public Bytes transmit(Bytes frame) throws NfcException {
        CommandApdu command = CommandApdu.parse(frame);
        Bytes answer = answer(command);
        longestAnswer = Math.max(longestAnswer, answer.length() - 2);
        assertTrue(answer.length() - 2 <= command.ne(), "more than Ne");
        return answer;
    }

    private Bytes answer(CommandApdu command) {
        return switch (command.ins()) {
            case 0xAD -> part(command.data()).plus(done());
            case 0xBD -> chained(part(command.data()));
            case 0x8D, 0x3D -> written(command.data());
            case 0xAF -> writing.isEmpty() ? next() : written(command.data());
            default -> Bytes.of(0x91, 0x1C);
        };
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
