package io.github.tagsmith.desfire.picc.memory;

import io.github.tagsmith.core.bytes.Bytes;

/**
 * What the factory wrote into the card and GetVersion answers.
 *
 * <pre>
 * hardware, software   vendor  type  subtype  major  minor  storage  protocol
 * date                 week and year, each two decimal digits
 * </pre>
 *
 * <p>Source: versions.json of the vectors.
 *
 * @param hardware 7 bytes
 * @param software 7 bytes
 * @param uid 7 bytes
 * @param batch 5 bytes
 * @param date 2 bytes
 */
public record Production(Bytes hardware, Bytes software, Bytes uid, Bytes batch, Bytes date) {

    /** The length of the UID, in bytes. */
    public static final int UID_LENGTH = 7;

    private static final int VERSION_LENGTH = 7;

    /**
     * Checks the lengths.
     *
     * @param hardware 7 bytes
     * @param software 7 bytes
     * @param uid 7 bytes
     * @param batch 5 bytes
     * @param date 2 bytes
     */
    public Production {
        if (hardware.length() != VERSION_LENGTH
                || software.length() != VERSION_LENGTH
                || uid.length() != UID_LENGTH
                || batch.length() != 5
                || date.length() != 2) {
            throw new IllegalArgumentException("production data of a wrong length");
        }
    }

    /**
     * The third part of GetVersion.
     *
     * @return UID, batch and date, 14 bytes
     */
    public Bytes serial() {
        return Bytes.concat(uid, batch, date);
    }
}
