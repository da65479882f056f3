package io.github.tagsmith.core.trace.capture;

/**
 * The unit and zero of time stamps, as if_tsresol (pcapng option 9) and if_tsoffset (option 14) say.
 *
 * @param resolution the exponent: 10 to the minus that many seconds, or with bit 7 set 2 to the minus that many
 * @param offsetSeconds seconds added to each stamp
 */
public record TimeStamps(int resolution, long offsetSeconds) {

    static final TimeStamps MICROSECONDS = new TimeStamps(6, 0);
    static final TimeStamps NANOSECONDS = new TimeStamps(9, 0);

    private static final int BINARY = 0x80;
    private static final int NANO_EXPONENT = 9;
    private static final long NANOS = 1_000_000_000;

    /**
     * A stamp as time.
     *
     * @param stamp units since zero
     * @return nanoseconds since 1970
     */
    long nanoseconds(long stamp) {
        return offsetSeconds * NANOS + (isBinary() ? binary(stamp, resolution & ~BINARY) : decimal(stamp));
    }

    private boolean isBinary() {
        return (resolution & BINARY) != 0;
    }

    private long decimal(long stamp) {
        long time = stamp;
        for (int exponent = resolution; exponent < NANO_EXPONENT; exponent++) {
            time *= 10;
        }
        for (int exponent = resolution; exponent > NANO_EXPONENT && time != 0; exponent--) {
            time /= 10;
        }
        return time;
    }

    private static long binary(long stamp, int exponent) {
        long seconds = exponent < Long.SIZE ? stamp >>> exponent : 0;
        long fraction = exponent < Long.SIZE ? stamp & ((1L << exponent) - 1) : stamp;
        int exact = Math.min(exponent, Integer.SIZE);
        int dropped = exponent - exact;
        long kept = dropped < Long.SIZE ? fraction >>> dropped : 0;
        return seconds * NANOS + ((kept * NANOS) >>> exact);
    }

    /**
     * The unit in words.
     *
     * @return s, ms, us, ns, or a power
     */
    public String unit() {
        return switch (resolution) {
            case 0 -> "s";
            case 3 -> "ms";
            case 6 -> "us";
            case NANO_EXPONENT -> "ns";
            default -> isBinary() ? "2^-" + (resolution & ~BINARY) : "10^-" + resolution;
        };
    }
}
