package io.github.tagsmith.desfire.picc.sdm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.SdmSettings;
import io.github.tagsmith.desfire.picc.sm.Refusal;

/** The counter of reads without authentication. */
public final class SdmReadCounter {

    private static final int MAX = 0xFFFFFF;
    private static final int LENGTH = 3;
    private static final Bytes RESERVED = Bytes.zeros(2);

    private SdmReadCounter() {}

    /**
     * Counts a first read. A read is a first one unless the command before it was the same command on the same file; reads
     * with an authentication do not count.
     *
     * @param settings the file's settings
     * @param counter the count until now
     * @return the count with this read
     * @throws Refusal if the limit was reached (9D), or the counter is full (1E)
     */
    public static int next(SdmSettings settings, int counter) throws Refusal {
        if (!settings.readCounter()) {
            return counter;
        }
        if (settings.readCounterLimit().isPresent()
                && counter >= settings.readCounterLimit().get()) {
            throw new Refusal(DesfireStatus.PERMISSION_DENIED);
        }
        if (counter == MAX) {
            throw new Refusal(DesfireStatus.INTEGRITY_ERROR);
        }
        return counter + 1;
    }

    /**
     * The answer to GetFileCounters.
     *
     * @param counter the count
     * @return the count, least significant byte first, and two bytes of zero
     */
    public static Bytes answer(int counter) {
        return Bytes.littleEndian(counter, LENGTH).plus(RESERVED);
    }
}
