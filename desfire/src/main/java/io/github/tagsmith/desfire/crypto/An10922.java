package io.github.tagsmith.desfire.crypto;

import io.github.tagsmith.core.bytes.Bytes;

/**
 * Key diversification of NXP AN10922. A diversified key is made of CMACs over a constant and the diversification input; the
 * message is always two blocks long, so a short input is padded with {@code 80 00..} even past a whole block, and the last
 * block takes subkey 1 (nothing padded) or subkey 2.
 *
 * <pre>
 * AES-128   01                A
 * AES-192   11, 12            A[0..7], A[8..15] xor B[0..7], B[8..15]
 * AES-256   41, 42            A, B
 * 2TDEA     21, 22            A, B
 * 3TDEA     31, 32, 33        A, B, C
 * </pre>
 *
 * <p>Source: an10922.json of the vectors, sections 2.2 to 2.6 of the note.
 */
public enum An10922 {
    /** AES-128. */
    AES_128(16, 0x01, 1) {
        @Override
        Bytes join(Bytes[] parts) {
            return parts[0];
        }
    },
    /** AES-192. */
    AES_192(24, 0x11, 2) {
        @Override
        Bytes join(Bytes[] parts) {
            Bytes middle = parts[0].slice(8).xor(parts[1].slice(0, 8));
            return Bytes.concat(parts[0].slice(0, 8), middle, parts[1].slice(8));
        }
    },
    /** AES-256. */
    AES_256(32, 0x41, 2),
    /** Two-key TDEA. */
    TDEA_2(16, 0x21, 2),
    /** Three-key TDEA. */
    TDEA_3(24, 0x31, 3);

    private static final int DES_BLOCK = 8;

    private final int keyLength;
    private final int firstConstant;
    private final int partCount;

    An10922(int keyLength, int firstConstant, int partCount) {
        this.keyLength = keyLength;
        this.firstConstant = firstConstant;
        this.partCount = partCount;
    }

    /**
     * The length of the master key and of the diversified one.
     *
     * @return bytes
     */
    public int keyLength() {
        return keyLength;
    }

    /**
     * The longest diversification input: two blocks less the constant.
     *
     * @return 31 bytes with AES, 15 with TDEA
     */
    public int maxInput() {
        return messageLength() - 1;
    }

    /**
     * Diversifies a key.
     *
     * @param master the master key, {@link #keyLength} bytes
     * @param input the diversification input, 1 to {@link #maxInput} bytes: UID, AID, system identifier in the usual order
     * @return a key of the same length
     */
    public Bytes diversify(Bytes master, Bytes input) {
        if (master.length() != keyLength) {
            throw new IllegalArgumentException("a key of " + master.length() + " bytes, not " + keyLength);
        }
        if (input.isEmpty() || input.length() > maxInput()) {
            throw new IllegalArgumentException(
                    "a diversification input of " + input.length() + " bytes, not 1 to " + maxInput());
        }
        BlockCipher cipher = isAes() ? BlockCipher.aes(master) : BlockCipher.des(master);
        Cmac cmac = new Cmac(cipher);
        Bytes[] parts = new Bytes[partCount];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = part(cipher, cmac, Bytes.of(firstConstant + i).plus(input));
        }
        return join(parts);
    }

    /**
     * Diversifies a key as some programs do that do not keep to the note.
     *
     * @param master the master key, {@link #keyLength} bytes
     * @param input the diversification input, 1 to {@link #maxInput} bytes
     * @param form how
     * @return a key of the same length
     */
    public Bytes diversify(Bytes master, Bytes input, DiversificationForm form) {
        return switch (form) {
            case NOTE -> diversify(master, input);
            case ONE_BLOCK -> oneBlock(master, input);
            case VERSION_BITS -> withVersionBits(master, diversify(master, input));
        };
    }

    private Bytes oneBlock(Bytes master, Bytes input) {
        BlockCipher cipher = isAes() ? BlockCipher.aes(master) : BlockCipher.des(master);
        Cmac cmac = new Cmac(cipher);
        Bytes[] parts = new Bytes[partCount];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = cmac.of(Bytes.of(firstConstant + i).plus(input));
        }
        return join(parts);
    }

    /** The master key's lowest bits in the first eight bytes; with two-key TDEA their complement in the second eight. */
    private Bytes withVersionBits(Bytes master, Bytes derived) {
        if (isAes()) {
            return derived;
        }
        int[] bytes = new int[derived.length()];
        for (int i = 0; i < bytes.length; i++) {
            int bit = master.get(i % DES_BLOCK) & 1;
            boolean first = i < DES_BLOCK;
            boolean complemented = this == TDEA_2 && !first;
            int kept = derived.get(i);
            bytes[i] = first || complemented ? (kept & 0xFE) | (complemented ? 1 - bit : bit) : kept;
        }
        return Bytes.of(bytes);
    }

    private Bytes part(BlockCipher cipher, Cmac cmac, Bytes message) {
        boolean whole = message.length() == messageLength();
        Bytes padded = whole ? message : Padding.marked(message, messageLength());
        int last = messageLength() - cipher.blockSize();
        Bytes closed = padded.with(last, padded.slice(last).xor(whole ? cmac.subkey1() : cmac.subkey2()));
        return cipher.encipherCbc(Bytes.zeros(cipher.blockSize()), closed).slice(last, messageLength());
    }

    Bytes join(Bytes[] parts) {
        return Bytes.concat(parts);
    }

    private boolean isAes() {
        return this == AES_128 || this == AES_192 || this == AES_256;
    }

    private int messageLength() {
        return isAes() ? 32 : 16;
    }
}
