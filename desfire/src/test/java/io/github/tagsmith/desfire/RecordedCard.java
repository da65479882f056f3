package io.github.tagsmith.desfire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.apdu.ApduChannel;
import io.github.tagsmith.core.bytes.Bytes;
import java.util.ArrayDeque;
import java.util.Deque;

/** A card that answers what was recorded, in order, and fails where the record is left. */
final class RecordedCard implements ApduChannel {

    private record Exchange(Bytes command, Bytes answer) {}

    private final Deque<Exchange> exchanges = new ArrayDeque<>();

    RecordedCard with(String command, String answer) {
        exchanges.add(new Exchange(Bytes.fromHex(command), Bytes.fromHex(answer)));
        return this;
    }

    @Override
    public Bytes transmit(Bytes command) {
        assertTrue(!exchanges.isEmpty(), () -> "nothing is recorded for " + command);
        Exchange next = exchanges.remove();
        assertEquals(next.command(), command);
        return next.answer();
    }

    boolean isFinished() {
        return exchanges.isEmpty();
    }
}
