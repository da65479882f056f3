package io.github.tagsmith.desfire.model;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.DesKeyBits;

/**
 * A key: algorithm, value and version. The version of a DES key also stands in its lowest bits; this one counts.
 *
 * @param algorithm its algorithm
 * @param value {@link KeyAlgorithm#keyLength} bytes
 * @param version its version
 */
public record DesfireKey(KeyAlgorithm algorithm, SecretBytes value, KeyVersion version) {

    /**
     * Checks the length.
     *
     * @param algorithm its algorithm
     * @param value {@link KeyAlgorithm#keyLength} bytes
     * @param version its version
     */
    public DesfireKey {
        if (value.length() != algorithm.keyLength()) {
            throw new IllegalArgumentException(
                    algorithm + " keys have " + algorithm.keyLength() + " bytes, not " + value.length());
        }
    }

    /**
     * A key with the version that its bits say; 0 for AES.
     *
     * @param algorithm its algorithm
     * @param value {@link KeyAlgorithm#keyLength} bytes
     * @return the key
     */
    public static DesfireKey of(KeyAlgorithm algorithm, Bytes value) {
        int version = algorithm == KeyAlgorithm.AES ? 0 : DesKeyBits.version(value);
        return new DesfireKey(algorithm, SecretBytes.of(value), new KeyVersion(version));
    }

    /**
     * A key of zeros, as cards are delivered with.
     *
     * @param algorithm its algorithm
     * @return the key, version 0
     */
    public static DesfireKey zero(KeyAlgorithm algorithm) {
        return of(algorithm, Bytes.zeros(algorithm.keyLength()));
    }

    /**
     * The cipher under this key.
     *
     * @return the cipher
     */
    public BlockCipher cipher() {
        return algorithm.cipher(value.reveal());
    }
}
