package io.github.tagsmith.core.virtual;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells watches that it is worth looking again. Listeners must not block. */
final class ChangeSignal {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    void raise() {
        listeners.forEach(Runnable::run);
    }

    void add(Runnable listener) {
        listeners.add(listener);
    }

    void remove(Runnable listener) {
        listeners.remove(listener);
    }
}
