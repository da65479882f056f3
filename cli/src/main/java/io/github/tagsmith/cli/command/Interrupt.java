package io.github.tagsmith.cli.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Work that ends in good order on Ctrl-C: it is told to stop, and the process waits until it has stored what it has and let go
 * of the reader. It has to be closed when that is done.
 */
public final class Interrupt implements AutoCloseable {

    private static final long FAREWELL_SECONDS = 10;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;

    /**
     * From now on Ctrl-C stops the work.
     *
     * @param stop tells the work to stop; called by another thread
     */
    public Interrupt(Runnable stop) {
        hook = new Thread(
                () -> {
                    stop.run();
                    await();
                },
                "interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void await() {
        try {
            if (!done.await(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            return;
        }
    }
}
