package io.github.tagsmith.core.reader;

import java.time.Duration;

/** A point in time to which something may take; any duration is allowed, however long. */
public final class Deadline {

    private static final Duration FOR_EVER = Duration.ofDays(36500);

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    /**
     * So long from now.
     *
     * @param duration how long
     * @return that point in time
     */
    public static Deadline in(Duration duration) {
        Duration capped = duration.compareTo(FOR_EVER) < 0 ? duration : FOR_EVER;
        return new Deadline(System.nanoTime() + capped.toNanos());
    }

    /**
     * Whether it has come.
     *
     * @return true if nothing is left
     */
    public boolean isPast() {
        return end - System.nanoTime() <= 0;
    }

    /**
     * How much is left, rounded up to a millisecond.
     *
     * @param most what is given at the most
     * @return from zero to that
     */
    public Duration left(Duration most) {
        long millis = Math.max(0, (end - System.nanoTime() + 999_999) / 1_000_000);
        return Duration.ofMillis(Math.min(millis, most.toMillis()));
    }
}
