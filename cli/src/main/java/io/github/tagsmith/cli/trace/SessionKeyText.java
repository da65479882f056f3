package io.github.tagsmith.cli.trace;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.sm.SessionKeys;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Session keys as they are, or so that two can be told apart: the first four bytes of their SHA-256. */
final class SessionKeyText {

    private static final int FINGERPRINT = 4;

    private SessionKeyText() {}

    static String fingerprint(SessionKeys keys) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(keys.encryption().reveal().plus(keys.mac().reveal()).toArray());
            return Bytes.of(digest, 0, FINGERPRINT).toHex();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String shown(SessionKeys keys) {
        String encryption = keys.encryption().reveal().toHex();
        return keys.encryption().equals(keys.mac())
                ? "session key " + encryption
                : "session keys ENC " + encryption + " MAC "
                        + keys.mac().reveal().toHex();
    }
}
