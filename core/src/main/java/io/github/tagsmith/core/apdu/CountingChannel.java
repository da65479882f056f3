package io.github.tagsmith.core.apdu;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;

/** A channel that counts the exchanges through it; those that fail count too. */
public final class CountingChannel implements ApduChannel {

    private final ApduChannel channel;
    private int count;

    /**
     * Decorates a channel.
     *
     * @param channel where commands go
     */
    public CountingChannel(ApduChannel channel) {
        this.channel = channel;
    }

    @Override
    public Bytes transmit(Bytes command) throws NfcException {
        count++;
        return channel.transmit(command);
    }

    /**
     * How many commands were sent so far.
     *
     * @return that number
     */
    public int count() {
        return count;
    }
}
