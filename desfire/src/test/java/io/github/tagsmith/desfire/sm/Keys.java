package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.KeyAlgorithm;

/** Keys as the vectors write them. */
public final class Keys {

    private Keys() {}

    public static KeyAlgorithm algorithm(String name) {
        return switch (name) {
            case "DES" -> KeyAlgorithm.DES;
            case "2TDEA" -> KeyAlgorithm.TDEA_2;
            case "3TDEA" -> KeyAlgorithm.TDEA_3;
            case "AES" -> KeyAlgorithm.AES;
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** A key that always draws the same RndA. */
    public static MemoryKey key(KeyAlgorithm algorithm, String value, Bytes rndA) {
        return new MemoryKey(DesfireKey.of(algorithm, Bytes.fromHex(value)), fixed(rndA));
    }

    public static RandomSource fixed(Bytes rndA) {
        return length -> {
            if (length != rndA.length()) {
                throw new IllegalArgumentException("RndA of " + rndA.length() + " bytes, wanted " + length);
            }
            return rndA;
        };
    }
}
