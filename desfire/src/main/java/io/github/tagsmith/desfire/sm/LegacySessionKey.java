package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.DesKeyBits;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import java.util.List;

/**
 * Session keys of D40 and EV1: pieces of RndA and RndB in turn.
 *
 * <pre>
 * DES      A[0..3] B[0..3]
 * 2K3DES   A[0..3] B[0..3] A[4..7]   B[4..7]
 * 3K3DES   A[0..3] B[0..3] A[6..9]   B[6..9]   A[12..15] B[12..15]
 * AES      A[0..3] B[0..3] A[12..15] B[12..15]
 * </pre>
 */
final class LegacySessionKey {

    private static final int PIECE = 4;

    private LegacySessionKey() {}

    static Bytes of(DesfireKey key, Nonces nonces) {
        Bytes session = Bytes.EMPTY;
        for (int at : offsets(key)) {
            session = Bytes.concat(
                    session, nonces.a().slice(at, at + PIECE), nonces.b().slice(at, at + PIECE));
        }
        return session;
    }

    private static List<Integer> offsets(DesfireKey key) {
        return switch (key.algorithm()) {
            case DES -> List.of(0);
            case TDEA_2 -> hasEqualHalves(key.value().reveal()) ? List.of(0) : List.of(0, 4);
            case TDEA_3 -> List.of(0, 6, 12);
            case AES -> List.of(0, 12);
        };
    }

    /** A two-key TDEA key of equal halves is a DES key; the lowest bits do not count. */
    private static boolean hasEqualHalves(Bytes key) {
        int half = KeyAlgorithm.DES.keyLength();
        Bytes cleared = DesKeyBits.cleared(key);
        return cleared.slice(0, half).equals(cleared.slice(half));
    }
}
