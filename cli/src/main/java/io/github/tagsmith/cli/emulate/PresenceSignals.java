package io.github.tagsmith.cli.emulate;

import io.github.tagsmith.cli.output.Output;
import io.github.tagsmith.core.error.NfcException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * SIGUSR1 puts the card into the field, SIGUSR2 takes it away. Where the system or the Java at hand has no such signals, nothing
 * listens.
 */
final class PresenceSignals implements AutoCloseable {

    private static final String PRESENT = "USR1";
    private static final String REMOVE = "USR2";

    private final Presence presence;
    private final Output output;
    private final Map<String, @Nullable Object> before = new LinkedHashMap<>();

    PresenceSignals(Presence presence, Output output) {
        this.presence = presence;
        this.output = output;
    }

    void listen() {
        before.put(PRESENT, Signals.register(PRESENT, this::present));
        before.put(REMOVE, Signals.register(REMOVE, presence::remove));
    }

    private void present() {
        try {
            presence.present();
        } catch (NfcException e) {
            output.note(e.getMessage());
        }
    }

    @Override
    public void close() {
        before.forEach((signal, handler) -> {
            if (handler != null) {
                Signals.unregister(signal, handler);
            }
        });
    }
}
