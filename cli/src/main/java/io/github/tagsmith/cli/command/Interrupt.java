package io.github.tagsmith.cli.command;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Work that ends in good order on Ctrl-C: it is told to stop, and the process waits until it has stored what it has and let go
 * of the reader. It has to be closed when that is done. In the shell the process goes on.
 */
public final class Interrupt implements AutoCloseable {

    private static final long FAREWELL_SECONDS = 10;
    private static final long SHORT_FAREWELL_SECONDS = 2;

    private static final AtomicBoolean UNDER_WAY = new AtomicBoolean();
    private static final AtomicBoolean OWN_STATUS = new AtomicBoolean();
    private static final List<Runnable> STOPS = new CopyOnWriteArrayList<>();

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;
    private final Runnable stop;

    private Interrupt(Runnable stop, boolean ownStatus) {
        this.stop = stop;
        STOPS.add(stop);
        hook = new Thread(
                () -> {
                    UNDER_WAY.set(true);
                    if (ownStatus) {
                        OWN_STATUS.set(true);
                    }
                    stop.run();
                    await(ownStatus);
                },
                "interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * From now on Ctrl-C stops the work. The process ends with the status of what was done, not with that of the signal, if
     * {@link #exit} ends it.
     *
     * @param stop tells the work to stop; called by another thread
     */
    public Interrupt(Runnable stop) {
        this(stop, true);
    }

    /**
     * The same for work that has no end of its own: the process ends with the status of the signal, and waits no longer than two
     * seconds.
     *
     * @param stop tells the work to stop; called by another thread
     * @return to be closed
     */
    public static Interrupt ofEndlessWork(Runnable stop) {
        return new Interrupt(stop, false);
    }

    /**
     * What Ctrl-C does where it does not end the process: in the shell.
     *
     * @return whether there was work to stop
     */
    public static boolean request() {
        List<Runnable> stops = List.copyOf(STOPS);
        stops.forEach(Runnable::run);
        return !stops.isEmpty();
    }

    /**
     * Whether the process is about to end, so that nothing is to be begun any more.
     *
     * @return true after Ctrl-C, outside the shell
     */
    public static boolean isUnderWay() {
        return UNDER_WAY.get();
    }

    private void await(boolean ownStatus) {
        try {
            boolean ended = done.await(ownStatus ? FAREWELL_SECONDS : SHORT_FAREWELL_SECONDS, TimeUnit.SECONDS);
            if (ended && ownStatus) {
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
        if (OWN_STATUS.get()) {
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
