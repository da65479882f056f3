package io.github.tagsmith.core.bytes;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Bytes that must not be seen: a key, a PIN. They are not in {@link #toString}, comparing them takes the same time whatever
 * they are, and closing overwrites them with zeros.
 */
public final class SecretBytes implements AutoCloseable {

    private final byte[] value;
    private boolean closed;

    private SecretBytes(byte[] value) {
        this.value = value;
    }

    /**
     * Copies bytes that were not secret until now.
     *
     * @param value the bytes
     * @return the same bytes, guarded
     */
    public static SecretBytes of(Bytes value) {
        return new SecretBytes(value.toArray());
    }

    /**
     * How many bytes there are.
     *
     * @return the length in bytes
     */
    public int length() {
        return value.length;
    }

    /**
     * Hands the bytes out where they are needed: into a command, into a cipher.
     *
     * @return a copy that is not guarded any more
     * @throws IllegalStateException if this secret was closed
     */
    public Bytes reveal() {
        if (closed) {
            throw new IllegalStateException("secret used after it was closed");
        }
        return Bytes.of(value);
    }

    @Override
    public void close() {
        closed = true;
        Arrays.fill(value, (byte) 0);
    }

    /** By content; a closed secret has none any more and equals only itself. */
    @Override
    public boolean equals(Object other) {
        if (other == this) {
            return true;
        }
        return other instanceof SecretBytes secret
                && !closed
                && !secret.closed
                && MessageDigest.isEqual(value, secret.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return "secret of " + value.length + " bytes";
    }
}
