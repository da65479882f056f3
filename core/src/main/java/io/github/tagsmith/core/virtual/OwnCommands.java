package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A reader's commands about itself, with the settings it keeps. */
abstract class OwnCommands {

    /** For readers of which none are known. */
    static final Supplier<OwnCommands> NONE = () -> new OwnCommands() {
        @Override
        Optional<Bytes> answer(Bytes command) {
            return Optional.empty();
        }
    };

    private final Map<Integer, Integer> settings = new HashMap<>();

    /** Empty if it is no such command. */
    abstract Optional<Bytes> answer(Bytes command);

    final int setting(int number) {
        return settings.getOrDefault(number, 0);
    }

    final int set(int number, int value) {
        settings.put(number, value);
        return value;
    }

    final boolean has(int number) {
        return settings.containsKey(number);
    }
}
