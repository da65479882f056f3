package io.github.tagsmith.desfire.crypto;

import io.github.tagsmith.core.bytes.Bytes;
import java.security.MessageDigest;

/**
 * CMAC of NIST SP 800-38B, with an initial value other than zero where DESFire EV1 chains one MAC to the next, and over any
 * block function, since LRP has its own.
 */
public final class Cmac {

    /** The length of a truncated MAC, in bytes. */
    public static final int TRUNCATED_LENGTH = 8;

    private static final int REDUCTION_64 = 0x1B;
    private static final int REDUCTION_128 = 0x87;

    private final BlockFunction cipher;
    private final Bytes subkey1;
    private final Bytes subkey2;

    /**
     * Derives both subkeys.
     *
     * @param cipher the block cipher with its key
     */
    public Cmac(BlockFunction cipher) {
        this.cipher = cipher;
        this.subkey1 = doubled(cipher.apply(Bytes.zeros(cipher.blockSize())));
        this.subkey2 = doubled(subkey1);
    }

    /**
     * The subkey for a message of whole blocks.
     *
     * @return one block
     */
    public Bytes subkey1() {
        return subkey1;
    }

    /**
     * The subkey for a message that has to be padded.
     *
     * @return one block
     */
    public Bytes subkey2() {
        return subkey2;
    }

    /**
     * The MAC of a message.
     *
     * @param message any length
     * @return one block
     */
    public Bytes of(Bytes message) {
        return of(Bytes.zeros(cipher.blockSize()), message);
    }

    /**
     * The MAC of a message, chained to an earlier block.
     *
     * @param iv where chaining starts, one block
     * @param message any length
     * @return one block
     */
    public Bytes of(Bytes iv, Bytes message) {
        int size = cipher.blockSize();
        boolean whole = !message.isEmpty() && message.length() % size == 0;
        Bytes padded = whole ? message : Padding.marked(message, size);
        int last = padded.length() - size;
        Bytes chained = iv;
        for (int at = 0; at < last; at += size) {
            chained = cipher.apply(chained.xor(padded.slice(at, at + size)));
        }
        return cipher.apply(chained.xor(padded.slice(last)).xor(whole ? subkey1 : subkey2));
    }

    /**
     * The truncated MAC of EV2, LRP, SDM and transactions: the bytes with odd index, from 0.
     *
     * @param message any length
     * @return 8 bytes; the cipher must have blocks of 16
     */
    public Bytes truncated(Bytes message) {
        return truncate(of(message));
    }

    /**
     * The bytes with odd index of a MAC.
     *
     * @param mac 16 bytes
     * @return 8 bytes
     */
    public static Bytes truncate(Bytes mac) {
        byte[] odd = new byte[TRUNCATED_LENGTH];
        for (int i = 0; i < odd.length; i++) {
            odd[i] = (byte) mac.get(2 * i + 1);
        }
        return Bytes.of(odd);
    }

    /**
     * Compares two MACs in a time that does not depend on where they differ.
     *
     * @param one one MAC
     * @param other the other
     * @return whether they are the same
     */
    public static boolean same(Bytes one, Bytes other) {
        return MessageDigest.isEqual(one.toArray(), other.toArray());
    }

    private static Bytes doubled(Bytes block) {
        byte[] shifted = new byte[block.length()];
        int carry = 0;
        for (int i = shifted.length - 1; i >= 0; i--) {
            shifted[i] = (byte) ((block.get(i) << 1) | carry);
            carry = block.get(i) >>> 7;
        }
        if (carry != 0) {
            shifted[shifted.length - 1] ^= (byte) (shifted.length == 16 ? REDUCTION_128 : REDUCTION_64);
        }
        return Bytes.of(shifted);
    }
}
