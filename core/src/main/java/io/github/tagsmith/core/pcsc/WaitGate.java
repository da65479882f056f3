package io.github.tagsmith.core.pcsc;

/**
 * Lets one thread end the wait of another. PC/SC forgets a cancel that comes before the wait has begun, so it is repeated until
 * the waiting thread has come back; and while it is under way that thread cannot go on and release the context.
 */
final class WaitGate {

    private static final long REPEAT_MILLIS = 5;

    private boolean waiting;
    private boolean inCall;
    private boolean cancelled;

    /** A wait begins, which may be made of several calls. */
    synchronized void begin() {
        waiting = true;
        cancelled = false;
    }

    /** That wait is over; a cancel that comes now is for nobody. */
    synchronized void end() {
        waiting = false;
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Whether the call may be made; false if the wait was cancelled meanwhile. */
    synchronized boolean enterCall() {
        inCall = !cancelled;
        return inCall;
    }

    synchronized void leaveCall() {
        inCall = false;
        notifyAll();
    }

    /** Sleeps, for at most so long, unless cancelled. */
    synchronized void sleep(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        for (long left = millis; !cancelled && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }

    /**
     * Ends the wait that is under way, if one is.
     *
     * @param call the native cancel
     */
    synchronized void cancel(Runnable call) {
        if (!waiting) {
            return;
        }
        cancelled = true;
        notifyAll();
        while (inCall) {
            call.run();
            try {
                wait(REPEAT_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
