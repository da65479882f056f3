package io.github.tagsmith.core.reader;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Keeps to the rule that something belongs to one thread at a time: a thread that comes while another one is inside, or
 * between the begin and end of another one's transaction, gets an exception that names both.
 */
public final class ThreadConfinement {

    private final String what;
    private final AtomicReference<@Nullable Thread> owner = new AtomicReference<>();

    /** Read and written by the owner only. */
    private int depth;

    /**
     * Nobody is inside.
     *
     * @param what its name in the exception, for instance "this PC/SC context"
     */
    public ThreadConfinement(String what) {
        this.what = what;
    }

    /**
     * Goes inside; may be done again by the same thread. A thread that ended inside is taken for gone.
     *
     * @throws IllegalStateException if another thread is inside
     */
    public void enter() {
        Thread me = Thread.currentThread();
        Thread other = owner.get();
        if (other != me) {
            claim(other, me);
        }
        depth++;
    }

    private void claim(@Nullable Thread other, Thread me) {
        boolean free = other == null || !other.isAlive();
        if (!free || !owner.compareAndSet(other, me)) {
            Thread holder = owner.get();
            throw new IllegalStateException(what + " belongs to one thread at a time: thread \"" + me.getName()
                    + "\" came while thread \"" + (holder == null ? "another" : holder.getName())
                    + "\" was using it. Open a Readers of its own for each thread.");
        }
        depth = 0;
    }

    /** Goes outside, once for each {@link #enter}. */
    public void exit() {
        if (owner.get() == Thread.currentThread() && --depth == 0) {
            owner.set(null);
        }
    }
}
