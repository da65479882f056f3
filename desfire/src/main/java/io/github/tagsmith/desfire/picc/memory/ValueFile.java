package io.github.tagsmith.desfire.picc.memory;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.FileType;

/**
 * A value file.
 *
 * <p>LimitedCredit may give back at most what was debited by the last transaction that debited anything, and once
 * (M075031, section on LimitedCredit). That sum is kept even where LimitedCredit is not enabled, as a real EV1 shows it
 * (full-apdu-traces.json, skjolber-test3k3des2: 61 with the option off).
 *
 * @param settings what every file has
 * @param lower the lower limit
 * @param upper the upper limit
 * @param value the value
 * @param limit what LimitedCredit may still give back
 * @param options bit 0: LimitedCredit is enabled, bit 1: GetValue is free
 * @param debited what the open transaction debited; 0 in a settled file
 * @param gaveBack whether the open transaction used LimitedCredit; false in a settled file
 */
public record ValueFile(
        FileSettings settings, int lower, int upper, int value, int limit, int options, long debited, boolean gaveBack)
        implements CardFile {

    private static final int LIMITED_CREDIT = 0x01;
    private static final int FREE_GET = 0x02;

    /**
     * A file without unfinished changes.
     *
     * @param settings what every file has
     * @param lower the lower limit
     * @param upper the upper limit
     * @param value the value
     * @param limit what LimitedCredit may still give back
     * @param options bit 0: LimitedCredit is enabled, bit 1: GetValue is free
     * @return the file
     */
    public static ValueFile of(FileSettings settings, int lower, int upper, int value, int limit, int options) {
        return new ValueFile(settings, lower, upper, value, limit, options, 0, false);
    }

    /**
     * Bit 0 of the options.
     *
     * @return whether LimitedCredit is enabled
     */
    public boolean allowsLimitedCredit() {
        return (options & LIMITED_CREDIT) != 0;
    }

    /**
     * Bit 1 of the options.
     *
     * @return whether GetValue needs no key
     */
    public boolean isFreeToGet() {
        return (options & FREE_GET) != 0;
    }

    /**
     * The shadow copy after a credit.
     *
     * @param amount how much, not negative
     * @return the changed file
     */
    public ValueFile credited(int amount) {
        return new ValueFile(settings, lower, upper, value + amount, limit, options, debited, gaveBack);
    }

    /**
     * The shadow copy after a debit.
     *
     * @param amount how much, not negative
     * @return the changed file
     */
    public ValueFile debitedBy(int amount) {
        return new ValueFile(settings, lower, upper, value - amount, limit, options, debited + amount, gaveBack);
    }

    /**
     * The shadow copy after a limited credit.
     *
     * @param amount how much, not negative
     * @return the changed file
     */
    public ValueFile givenBack(int amount) {
        return new ValueFile(settings, lower, upper, value + amount, limit, options, debited, true);
    }

    /**
     * The shadow copy with the value of another file.
     *
     * @param other that value, within the limits
     * @return the changed file
     */
    public ValueFile restored(int other) {
        return new ValueFile(settings, lower, upper, other, limit, options, debited, gaveBack);
    }

    @Override
    public FileType type() {
        return FileType.VALUE;
    }

    @Override
    public ValueFile with(FileSettings newSettings) {
        return new ValueFile(newSettings, lower, upper, value, limit, options, debited, gaveBack);
    }

    @Override
    public Bytes description() {
        return Bytes.concat(wire(lower), wire(upper), wire(limit), Bytes.of(options));
    }

    /**
     * The value as GetValue answers it.
     *
     * @return 4 bytes, least significant first
     */
    public Bytes valueOnWire() {
        return wire(value);
    }

    private static Bytes wire(int number) {
        return Bytes.littleEndian(number & 0xFFFFFFFFL, 4);
    }

    @Override
    public int blocks() {
        return 1;
    }

    @Override
    public ValueFile settled() {
        int left = gaveBack ? 0 : limit;
        int next = debited > 0 ? (int) Math.min(debited, Integer.MAX_VALUE) : left;
        return of(settings, lower, upper, value, next, options);
    }
}
