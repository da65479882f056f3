package io.github.tagsmith.desfire.picc.sm;

import io.github.tagsmith.core.bytes.Bytes;

/**
 * The nonces as they go into the session vectors of EV2 and LRP, which differ before and behind.
 *
 * <pre>
 * A[0..1] || (A[2..7] xor B[0..5]) || B[6..15] || A[8..15]
 * </pre>
 *
 * <p>Source: ev2-auth-first.json and lrp-auth.json of the vectors; AN12196 and AN12343 count bytes from the right.
 */
final class SessionVector {

    private SessionVector() {}

    static Bytes context(Bytes rndA, Bytes rndB) {
        return Bytes.concat(rndA.slice(0, 2), rndA.slice(2, 8).xor(rndB.slice(0, 6)), rndB.slice(6), rndA.slice(8));
    }
}
