package io.github.tagsmith.cli.command;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Work that ends in good order on Ctrl-C: it is told to stop, and the process waits until it has stored what it has and let go
 * of the reader. It has to be closed when that is done. The process ends with the status of what was done, not with that of the
 * signal, if {@link #exit} ends it.
 */
public final class Interrupt implements AutoCloseable {

    private static final long FAREWELL_SECONDS = 10;
    private static final AtomicBoolean UNDER_WAY = new AtomicBoolean();

    private static final List<Runnable> STOPS = new CopyOnWriteArrayList<>();

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;
    private final Runnable stop;

    /**
     * From now on Ctrl-C stops the work.
     *
     * @param stop tells the work to stop; called by another thread
     */
    public Interrupt(Runnable stop) {
        this.stop = stop;
        STOPS.add(stop);
        hook = new Thread(
                () -> {
                    UNDER_WAY.set(true);
                    stop.run();
                    await();
                },
                "interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * What Ctrl-C does where it does not end the process: in the shell.
     *
     * @return whether there was work to stop
     */
    public static boolean request() {
        STOPS.forEach(Runnable::run);
        return !STOPS.isEmpty();
    }

    private void await() {
        try {
            if (done.await(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                TimeUnit.SECONDS.sleep(FAREWELL_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Ends the process, also after Ctrl-C, when the process is ending already. If all went well it just returns: from Java 21 on,
     * {@code System.exit} looks for a logger first, which takes longer than many commands.
     *
     * @param status the exit status
     */
    public static void exit(int status) {
        if (UNDER_WAY.get()) {
            Runtime.getRuntime().halt(status);
        } else if (status != 0) {
            System.exit(status);
        }
    }

    @Override
    public void close() {
        STOPS.remove(stop);
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            return;
        }
    }
}
