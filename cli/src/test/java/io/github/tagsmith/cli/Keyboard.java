package io.github.tagsmith.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.IntSupplier;

/** Somebody who types, and looks at the screen between stages until nothing moves there. Does not get up at the end. */
final class Keyboard extends InputStream {

    private static final long REST_MILLIS = 400;

    private final IntSupplier screen;
    private final Queue<String> stages;
    private byte[] keys = {};
    private int at;

    Keyboard(IntSupplier screen, String... stages) {
        this.screen = screen;
        this.stages = new ArrayDeque<>(List.of(stages));
    }

    @Override
    public int read() throws IOException {
        try {
            while (at == keys.length) {
                awaitRest();
                keys = stages.isEmpty() ? new byte[0] : stages.remove().getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
        return keys[at++];
    }

    private void awaitRest() throws InterruptedException {
        int before;
        do {
            before = screen.getAsInt();
            Thread.sleep(REST_MILLIS);
        } while (before != screen.getAsInt() || before == 0);
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
