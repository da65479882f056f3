package io.github.tagsmith.desfire.picc.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.desfire.crypto.Crc32;
import io.github.tagsmith.desfire.crypto.DesKeyBits;
import io.github.tagsmith.desfire.crypto.Padding;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyVersion;
import java.util.Optional;

/**
 * What the card knows when a key is changed, and the layout of the clear data.
 *
 * <pre>
 * D40, EV1, the key authenticated with   new [version] CRC(all before)                               zeros
 * D40, EV1, another key                  new xor old [version] CRC(all before) CRC(new)              zeros
 * EV2, LRP, the key authenticated with   new [version]
 * EV2, LRP, another key                  new xor old [version] CRC32(new)
 * </pre>
 *
 * <p>The version is there for AES keys; DES keys have it in their lowest bits and are always sent and kept as sixteen bytes,
 * those bits included. Source: changekey.json of the vectors; LRP, key sets and DES keys in a
 * session of EV2 are stated only.
 *
 * @param algorithm the algorithm of the new key; DES and two-key TDEA are the same to the card
 * @param old the key that is there, if it is not the one authenticated with
 */
public record KeyChange(KeyAlgorithm algorithm, Optional<DesfireKey> old) {

    private static final int DES_KEY_LENGTH = 16;

    /**
     * The key authenticated with is changed.
     *
     * @param algorithm the algorithm of the new key
     * @return that change
     */
    public static KeyChange ofOwnKey(KeyAlgorithm algorithm) {
        return new KeyChange(algorithm, Optional.empty());
    }

    /**
     * Another key is changed.
     *
     * @param algorithm the algorithm of the new key
     * @param old the key that is there
     * @return that change
     */
    public static KeyChange ofOtherKey(KeyAlgorithm algorithm, DesfireKey old) {
        return new KeyChange(algorithm, Optional.of(old));
    }

    /** The key out of deciphered data of D40 or EV1. */
    DesfireKey checked(Bytes clear, Bytes prefix, Checksum checksum, int blockSize) throws Refusal {
        int end = keyLength() + versionLength();
        int second = end + checksum.length();
        int length = second + (old.isPresent() ? checksum.length() : 0);
        if (clear.length() != Padding.zeros(Bytes.zeros(length), blockSize).length()) {
            throw new Refusal(DesfireStatus.LENGTH_ERROR);
        }
        Bytes key = unmixed(clear.slice(0, keyLength()));
        boolean right = checksum.stands(clear, end, prefix.plus(clear.slice(0, end)))
                && (old.isEmpty() || checksum.stands(clear, second, key))
                && clear.slice(length).isAll(0);
        return keyIf(right, key, clear.slice(keyLength(), end));
    }

    /** The key out of the clear data of EV2 or LRP, whose MAC was right and whose padding is gone. */
    DesfireKey maced(Bytes data) throws Refusal {
        int second = keyLength() + versionLength();
        if (data.length() != second + (old.isPresent() ? Crc32.LENGTH : 0)) {
            throw new Refusal(DesfireStatus.LENGTH_ERROR);
        }
        Bytes key = unmixed(data.slice(0, keyLength()));
        boolean right = old.isEmpty() || Checksum.CRC_32.stands(data, second, key);
        return keyIf(right, key, data.slice(keyLength(), second));
    }

    private int versionLength() {
        return algorithm == KeyAlgorithm.AES ? 1 : 0;
    }

    private DesfireKey keyIf(boolean right, Bytes key, Bytes versionByte) throws Refusal {
        if (!right) {
            throw new Refusal(DesfireStatus.INTEGRITY_ERROR);
        }
        int version = versionByte.isEmpty() ? DesKeyBits.version(key) : versionByte.get(0);
        KeyAlgorithm kept = algorithm == KeyAlgorithm.DES ? KeyAlgorithm.TDEA_2 : algorithm;
        return new DesfireKey(kept, SecretBytes.of(key), new KeyVersion(version));
    }

    private Bytes unmixed(Bytes mixed) {
        return old.map(key -> mixed.xor(fitted(sent(key), mixed.length()))).orElse(mixed);
    }

    /** A key of another length than the new one, which no document speaks of: cut off, or zeros behind. */
    private static Bytes fitted(Bytes key, int length) {
        return Bytes.zeros(length).with(0, key.slice(0, Math.min(length, key.length())));
    }

    private static Bytes sent(DesfireKey key) {
        Bytes value = key.value().reveal();
        return key.algorithm() == KeyAlgorithm.DES ? value.plus(value) : value;
    }

    private int keyLength() {
        return algorithm == KeyAlgorithm.DES ? DES_KEY_LENGTH : algorithm.keyLength();
    }
}
