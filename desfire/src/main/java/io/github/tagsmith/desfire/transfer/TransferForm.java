package io.github.tagsmith.desfire.transfer;

import io.github.tagsmith.desfire.channel.FrameLimits;
import io.github.tagsmith.desfire.command.Chaining;

/**
 * How the content of a file travels.
 *
 * <pre>
 * 4096 bytes read, plain     EXTENDED     1 exchange, or as many as the reader makes of it
 *                            SHORT       16
 *                            BINARY      16
 *                            NATIVE      70
 * </pre>
 */
public enum TransferForm {
    /** Commands AD 8D AB in APDUs with extended length fields. EV2 and EV3. */
    EXTENDED(Chaining.ISO),
    /** The same commands in short APDUs. EV2 and later. */
    SHORT(Chaining.ISO),
    /** READ BINARY, class 00, in short APDUs: data files without a session, for reading only. EV1 and later. */
    BINARY(Chaining.NATIVE),
    /** Commands BD 3D BB, cut into additional frames. All but DESFire Light and NTAG 424 DNA. */
    NATIVE(Chaining.NATIVE);

    private final Chaining chaining;

    TransferForm(Chaining chaining) {
        this.chaining = chaining;
    }

    /**
     * Who cuts a native command of this form into frames.
     *
     * @return the chaining
     */
    public Chaining chaining() {
        return chaining;
    }

    /** What this form takes at once where the reader takes {@code reader}. */
    FrameLimits within(FrameLimits reader) {
        return this == EXTENDED ? reader : reader.shortened();
    }
}
