package io.github.tagsmith.desfire.picc.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.model.DesfireStatus;

/** Data with the MAC that came behind them. */
record Maced(Bytes data, Bytes mac) {

    static Maced split(Bytes received, int macLength) throws Refusal {
        int length = received.length() - macLength;
        if (length < 0) {
            throw new Refusal(DesfireStatus.LENGTH_ERROR);
        }
        return new Maced(received.slice(0, length), received.slice(length));
    }

    void check(Bytes right) throws Refusal {
        if (!Cmac.same(right, mac)) {
            throw new Refusal(DesfireStatus.INTEGRITY_ERROR);
        }
    }
}
