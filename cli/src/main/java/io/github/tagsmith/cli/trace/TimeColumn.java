package io.github.tagsmith.cli.trace;

/** Seconds since the first packet, with microseconds, in eleven columns. */
final class TimeColumn {

    private static final long MICROS = 1_000_000;
    private static final int WHOLE_COLUMNS = 4;

    private long startNs;

    void start(long timeNs) {
        startNs = timeNs;
    }

    void append(StringBuilder line, long timeNs) {
        long micros = (timeNs - startNs) / 1000;
        if (micros < 0) {
            line.append('-');
            micros = -micros;
        }
        ExchangeLine.appendNumber(line, micros / MICROS, WHOLE_COLUMNS);
        line.append('.');
        long fraction = micros % MICROS;
        for (long digit = MICROS / 10; digit > 0; digit /= 10) {
            line.append((char) ('0' + fraction / digit % 10));
        }
    }
}
