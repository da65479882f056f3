package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;

/**
 * What comes out of a handshake.
 *
 * @param encryption the key that enciphers; with LRP the master key of the session
 * @param mac the key that makes MACs; the same one in D40, EV1 and LRP
 * @param opening what opens a transaction: TI, PDCap2 and PCDCap2, 16 bytes; empty where none is opened
 */
public record SessionKeys(SecretBytes encryption, SecretBytes mac, Bytes opening) {

    /**
     * A session with one key.
     *
     * @param key the key
     * @param opening TI and capabilities, or empty
     * @return the keys
     */
    static SessionKeys single(Bytes key, Bytes opening) {
        SecretBytes secret = SecretBytes.of(key);
        return new SessionKeys(secret, secret, opening);
    }
}
