package io.github.tagsmith.desfire.picc.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.DesKeyBits;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.KeyAlgorithm;

/**
 * The session key of D40 and EV1, put together from parts of both nonces.
 *
 * <pre>
 * DES     A[0..3] B[0..3]
 * 2TDEA   A[0..3] B[0..3] A[4..7] B[4..7]
 * 3TDEA   A[0..3] B[0..3] A[6..9] B[6..9] A[12..15] B[12..15]
 * AES     A[0..3] B[0..3] A[12..15] B[12..15]
 * </pre>
 *
 * <p>A two-key TDEA key whose halves differ in nothing but their lowest bits is a DES key. Source: the files of the vectors
 * named after the authentications.
 */
final class SessionKey {

    private static final int PART = 4;
    private static final int HALF = 8;

    private SessionKey() {}

    static BlockCipher cipher(DesfireKey key, Bytes rndA, Bytes rndB) {
        KeyAlgorithm algorithm = isDes(key) ? KeyAlgorithm.DES : key.algorithm();
        int[] starts = switch (algorithm) {
            case DES -> new int[] {0};
            case TDEA_2 -> new int[] {0, 4};
            case TDEA_3 -> new int[] {0, 6, 12};
            case AES -> new int[] {0, 12};
        };
        Bytes value = Bytes.EMPTY;
        for (int start : starts) {
            value = Bytes.concat(value, rndA.slice(start, start + PART), rndB.slice(start, start + PART));
        }
        return algorithm.cipher(value);
    }

    private static boolean isDes(DesfireKey key) {
        if (key.algorithm() != KeyAlgorithm.TDEA_2) {
            return key.algorithm() == KeyAlgorithm.DES;
        }
        Bytes value = DesKeyBits.cleared(key.value().reveal());
        return value.slice(0, HALF).equals(value.slice(HALF));
    }
}
