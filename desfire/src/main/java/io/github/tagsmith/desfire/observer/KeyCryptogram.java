package io.github.tagsmith.desfire.observer;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyVersion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What ChangeKey holds, deciphered. Another key than the session's own is sent combined with the one it replaces.
 *
 * <pre>
 * D40, EV1   exchanged || [version] || checksum around all || [checksum of the new key] || 00..
 * EV2, LRP   exchanged || version   || [checksum of the new key]
 * </pre>
 *
 * @param exchanged the new key, or the new key xor the old one
 * @param version one byte; empty with DES types, which hold it in the key
 * @param rest what follows
 * @param checksum of the new key
 */
record KeyCryptogram(Bytes exchanged, Bytes version, Bytes rest, Checksum checksum) {

    private static final int AES_LENGTH = 16;
    private static final List<KeyAlgorithm> ALGORITHMS =
            List.of(KeyAlgorithm.TDEA_2, KeyAlgorithm.AES, KeyAlgorithm.TDEA_3);

    /** Reads one of D40 or EV1; nothing if the checksum fits no algorithm. */
    static Optional<KeyCryptogram> checked(Bytes clear, Checksum all, Checksum ofKey) {
        return ALGORITHMS.stream()
                .filter(algorithm -> all.isAt(clear, end(algorithm)))
                .map(algorithm -> new KeyCryptogram(
                        clear.slice(0, algorithm.keyLength()),
                        clear.slice(algorithm.keyLength(), end(algorithm)),
                        clear.slice(end(algorithm) + all.length()),
                        ofKey))
                .findFirst();
    }

    /** Reads one of EV2 or LRP, whose MAC is right. */
    static Optional<KeyCryptogram> maced(Bytes clear) {
        int end = end(KeyAlgorithm.AES);
        return clear.length() < end
                ? Optional.empty()
                : Optional.of(new KeyCryptogram(
                        clear.slice(0, AES_LENGTH), clear.slice(AES_LENGTH, end), clear.slice(end), Checksum.CRC32));
    }

    private static int end(KeyAlgorithm algorithm) {
        return algorithm.keyLength() + (algorithm == KeyAlgorithm.AES ? 1 : 0);
    }

    private KeyAlgorithm algorithm() {
        if (!version.isEmpty()) {
            return KeyAlgorithm.AES;
        }
        return exchanged.length() == KeyAlgorithm.TDEA_3.keyLength() ? KeyAlgorithm.TDEA_3 : KeyAlgorithm.TDEA_2;
    }

    /** The new key where the session's own key is replaced. */
    DesfireKey own() {
        return key(exchanged);
    }

    /** The new key where another is replaced: the old one is among those known, or zeros as delivered. */
    Optional<DesfireKey> replacing(List<KnownKey> known) {
        if (rest.length() < checksum.length()) {
            return Optional.empty();
        }
        Bytes wanted = rest.slice(0, checksum.length());
        return Stream.concat(
                        known.stream().map(one -> sixteenAtLeast(one.key())),
                        Stream.of(Bytes.zeros(exchanged.length())))
                .filter(old -> old.length() == exchanged.length())
                .map(exchanged::xor)
                .filter(fresh -> checksum.of().apply(fresh).equals(wanted))
                .map(this::key)
                .findFirst();
    }

    private static Bytes sixteenAtLeast(DesfireKey key) {
        Bytes value = key.value().reveal();
        return key.algorithm() == KeyAlgorithm.DES ? value.plus(value) : value;
    }

    private DesfireKey key(Bytes value) {
        return version.isEmpty()
                ? DesfireKey.of(algorithm(), value)
                : new DesfireKey(algorithm(), SecretBytes.of(value), new KeyVersion(version.get(0)));
    }

    /** Not the key. */
    @Override
    public String toString() {
        return algorithm() + " key";
    }
}
