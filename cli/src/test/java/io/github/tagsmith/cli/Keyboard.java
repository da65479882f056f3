package io.github.tagsmith.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Somebody who types, and looks at the screen between stages until nothing moves there. Does not get up at the end, but when what
 * has to come does not come.
 */
final class Keyboard extends InputStream {

    private static final long REST_MILLIS = 400;
    private static final long PATIENCE_SECONDS = 60;

    private final Supplier<String> screen;
    private final Queue<Stage> stages;
    private byte[] keys = {};
    private int at;
    private int seen;

    /**
     * What is typed at once.
     *
     * @param awaited what has to be on the screen before, since the last stage
     * @param keys what is typed
     */
    record Stage(String awaited, String keys) {

        static Stage now(String keys) {
            return new Stage("", keys);
        }

        static Stage after(String awaited, String keys) {
            return new Stage(awaited, keys);
        }
    }

    Keyboard(Supplier<String> screen, Stage... stages) {
        this.screen = screen;
        this.stages = new ArrayDeque<>(List.of(stages));
    }

    @Override
    public int read() throws IOException {
        try {
            while (at == keys.length) {
                Stage stage = stages.isEmpty() ? Stage.now("") : stages.remove();
                if (!awaitRest(stage.awaited())) {
                    return -1;
                }
                keys = stage.keys().getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
        return keys[at++];
    }

    private boolean awaitRest(String awaited) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        String before;
        do {
            before = screen.get();
            Thread.sleep(REST_MILLIS);
            if (!awaited.isEmpty() && System.nanoTime() > end) {
                System.err.println("\"" + awaited + "\" does not come after:\n" + before);
                return false;
            }
        } while (before.isEmpty() || before.indexOf(awaited, seen) < 0 || !before.equals(screen.get()));
        seen = before.length();
        return true;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int key = read();
        if (key < 0) {
            return -1;
        }
        buffer[offset] = (byte) key;
        return 1;
    }
}
