package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.KeyChange;
import io.github.tagsmith.desfire.crypto.DesKeyBits;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.KeyAlgorithm;

/**
 * The clear beginning of a key cryptogram; section 7 of the protocol reference.
 *
 * <pre>
 * the session's own key   new           || version (AES)
 * another key             (new xor old) || version (AES)     the checksum of the new key follows later
 * </pre>
 *
 * @param exchanged new key and version, or what takes their place
 * @param other the new key if it is not the session's own, otherwise empty
 */
record KeyField(Bytes exchanged, Bytes other) {

    static KeyField of(KeyChange<?> change, Authentication authentication) throws NfcException {
        DesfireKey key = change.newKey();
        Bytes value = wire(key);
        Bytes version =
                key.algorithm() == KeyAlgorithm.AES ? Bytes.of(key.version().value()) : Bytes.EMPTY;
        if (authentication.isOwn(change)) {
            return new KeyField(value.plus(version), Bytes.EMPTY);
        }
        Bytes old = wire(change.oldKey()
                .orElseThrow(() -> refused(
                        change,
                        "the old key is needed to change a key other than key " + authentication.keyNo()
                                + ", which this session was opened with")));
        if (old.length() != value.length()) {
            throw refused(change, "the new key has " + value.length() + " bytes, the old one " + old.length());
        }
        return new KeyField(value.xor(old).plus(version), value);
    }

    /** Whether the session's own key changes, which ends the session. */
    boolean isOwn() {
        return other.isEmpty();
    }

    /** A key as the card keeps it: DES twice, the version in the lowest bits. */
    private static Bytes wire(DesfireKey key) {
        Bytes value = key.value().reveal();
        if (key.algorithm() == KeyAlgorithm.AES) {
            return value;
        }
        int version = key.version().value();
        Bytes marked = DesKeyBits.version(value) == version ? value : DesKeyBits.withVersion(value, version);
        return key.algorithm() == KeyAlgorithm.DES ? marked.plus(marked) : marked;
    }

    private static NfcException refused(KeyChange<?> change, String why) {
        return new NfcException(
                ErrorKind.INVALID_REQUEST, change.instruction() + " of key " + change.keyNo() + ": " + why);
    }

    /** Not the keys. */
    @Override
    public String toString() {
        return "key field of " + exchanged.length() + " bytes";
    }
}
