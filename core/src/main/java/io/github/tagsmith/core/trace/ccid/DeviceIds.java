package io.github.tagsmith.core.trace.ccid;

import org.jspecify.annotations.Nullable;

/**
 * Who made a device, from its device descriptor (USB 2.0 table 9-8).
 *
 * @param vendor idVendor
 * @param product idProduct
 * @param release bcdDevice
 */
public record DeviceIds(int vendor, int product, int release) {

    /** Written out: what the compiler puts into a record costs a dozen generated classes when it is used first. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DeviceIds that
                && vendor == that.vendor
                && product == that.product
                && release == that.release;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * vendor + product) + release;
    }
}
