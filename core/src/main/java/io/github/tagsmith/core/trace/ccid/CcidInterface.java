package io.github.tagsmith.core.trace.ccid;

import io.github.tagsmith.core.trace.usb.DeviceAddress;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The end of a reader that speaks CCID.
 *
 * @param device the device
 * @param number its interface; unknown where the reader was not found by descriptor
 * @param descriptor its class descriptor, where it was seen
 */
public record CcidInterface(DeviceAddress device, OptionalInt number, Optional<CcidDescriptor> descriptor) {

    /** Written out: what the compiler puts into a record costs a dozen generated classes when it is used first. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CcidInterface that
                && device.equals(that.device)
                && number.equals(that.number)
                && descriptor.equals(that.descriptor);
    }

    @Override
    public int hashCode() {
        return 31 * device.hashCode() + number.hashCode();
    }
}
