package io.github.tagsmith.cli.desfire;

import java.util.Optional;

/**
 * A choice that may be left to the program.
 *
 * @param fixed what was chosen; nothing for {@code auto}
 * @param <T> what is chosen
 */
record Auto<T>(Optional<T> fixed) {

    static <T> Auto<T> open() {
        return new Auto<>(Optional.empty());
    }

    static <T> Auto<T> fixed(T value) {
        return new Auto<>(Optional.of(value));
    }
}
