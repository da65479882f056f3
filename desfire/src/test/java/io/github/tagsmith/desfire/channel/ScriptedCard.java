package io.github.tagsmith.desfire.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.apdu.ApduChannel;
import io.github.tagsmith.core.bytes.Bytes;
import java.util.ArrayDeque;
import java.util.Deque;

/** Recorded exchanges: every frame that is sent must be the next one, byte for byte. */
final class ScriptedCard implements ApduChannel {

    private record Exchange(Bytes sent, Bytes received) {}

    private final Deque<Exchange> script = new ArrayDeque<>();

    ScriptedCard expect(String sent, String received) {
        script.add(new Exchange(Bytes.fromHex(sent), Bytes.fromHex(received)));
        return this;
    }

    @Override
    public Bytes transmit(Bytes command) {
        assertFalse(script.isEmpty(), () -> "after the end of the script: " + command);
        Exchange next = script.remove();
        assertEquals(next.sent(), command);
        return next.received();
    }

    void assertPlayed() {
        assertTrue(script.isEmpty(), () -> script.size() + " exchanges of the script are left");
    }
}
