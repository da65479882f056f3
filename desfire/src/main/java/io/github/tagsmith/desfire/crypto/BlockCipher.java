package io.github.tagsmith.desfire.crypto;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.List;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;

/**
 * A block cipher with its key: DES, two-key and three-key TDEA, AES. Each of the two key schedules is computed when it is used
 * first, and kept. The chaining modes take whole blocks; padding is the caller's.
 *
 * <p>An instance belongs to one thread at a time.
 */
public final class BlockCipher implements BlockFunction {

    private static final List<Integer> AES_KEYS = List.of(16, 24, 32);
    private static final List<Integer> DES_KEYS = List.of(8, 16, 24);

    private enum Family {
        AES(16),
        DES(8);

        private final int blockSize;

        Family(int blockSize) {
            this.blockSize = blockSize;
        }

        private org.bouncycastle.crypto.BlockCipher engine(int keyLength) {
            return switch (this) {
                case AES -> AESEngine.newInstance();
                case DES -> keyLength == 8 ? new DESEngine() : new DESedeEngine();
            };
        }
    }

    private final Family family;
    private final KeyParameter key;
    private org.bouncycastle.crypto.@Nullable BlockCipher encipher;
    private org.bouncycastle.crypto.@Nullable BlockCipher decipher;

    private BlockCipher(Family family, Bytes key, List<Integer> lengths) {
        if (!lengths.contains(key.length())) {
            throw new IllegalArgumentException("a key of " + key.length() + " bytes, not one of " + lengths);
        }
        this.family = family;
        this.key = new KeyParameter(key.toArray());
    }

    private org.bouncycastle.crypto.BlockCipher keyed(boolean forEncipherment) {
        org.bouncycastle.crypto.BlockCipher keyed = family.engine(key.getKeyLength());
        keyed.init(forEncipherment, key);
        return keyed;
    }

    private org.bouncycastle.crypto.BlockCipher encipher() {
        if (encipher == null) {
            encipher = keyed(true);
        }
        return encipher;
    }

    private org.bouncycastle.crypto.BlockCipher decipher() {
        if (decipher == null) {
            decipher = keyed(false);
        }
        return decipher;
    }

    /**
     * AES, FIPS 197.
     *
     * @param key 16, 24 or 32 bytes
     * @return the cipher; blocks of 16 bytes
     */
    public static BlockCipher aes(Bytes key) {
        return new BlockCipher(Family.AES, key, AES_KEYS);
    }

    /**
     * DES or TDEA, NIST SP 800-67. The lowest bit of every key byte has no influence.
     *
     * @param key 8 bytes (DES), 16 bytes (two-key TDEA) or 24 bytes (three-key TDEA)
     * @return the cipher; blocks of 8 bytes
     */
    public static BlockCipher des(Bytes key) {
        return new BlockCipher(Family.DES, key, DES_KEYS);
    }

    @Override
    public int blockSize() {
        return family.blockSize;
    }

    /** Enciphers one block. */
    @Override
    public Bytes apply(Bytes block) {
        return chain(encipher(), Bytes.zeros(blockSize()), requireOne(block), Feed.NONE);
    }

    /**
     * Deciphers one block.
     *
     * @param block one block
     * @return the clear block
     */
    public Bytes decipher(Bytes block) {
        return chain(decipher(), Bytes.zeros(blockSize()), requireOne(block), Feed.NONE);
    }

    /**
     * Enciphers in cipher block chaining.
     *
     * @param iv the initial value, one block
     * @param clear whole blocks
     * @return as many blocks
     */
    public Bytes encipherCbc(Bytes iv, Bytes clear) {
        return chain(encipher(), iv, clear, Feed.OUTPUT_BEFORE);
    }

    /**
     * Deciphers cipher block chaining.
     *
     * @param iv the initial value, one block
     * @param cryptogram whole blocks
     * @return as many blocks
     */
    public Bytes decipherCbc(Bytes iv, Bytes cryptogram) {
        return chain(decipher(), iv, cryptogram, Feed.INPUT_AFTER);
    }

    /**
     * Deciphers clear data, chaining on its own output: x_i = D(p_i xor x_{i-1}). It is what a reader of the first DESFire
     * sends, whose card can only encipher; encipherment in that chaining undoes it.
     *
     * @param iv the initial value, one block
     * @param clear whole blocks
     * @return as many blocks
     */
    public Bytes decipherToSend(Bytes iv, Bytes clear) {
        return chain(decipher(), iv, clear, Feed.OUTPUT_BEFORE);
    }

    /**
     * Undoes {@link #decipherToSend}: p_i = E(x_i) xor x_{i-1}.
     *
     * @param iv the initial value, one block
     * @param received whole blocks
     * @return as many blocks of clear data
     */
    public Bytes encipherReceived(Bytes iv, Bytes received) {
        return chain(encipher(), iv, received, Feed.INPUT_AFTER);
    }

    private enum Feed {
        /** Each block for itself. */
        NONE,
        /** The output before is mixed into the input. */
        OUTPUT_BEFORE,
        /** The input before is mixed into the output. */
        INPUT_AFTER
    }

    private static Bytes chain(org.bouncycastle.crypto.BlockCipher engine, Bytes iv, Bytes data, Feed feed) {
        int size = engine.getBlockSize();
        if (data.length() % size != 0) {
            throw new IllegalArgumentException(data.length() + " bytes are no whole blocks of " + size);
        }
        if (iv.length() != size) {
            throw new IllegalArgumentException("an initial value of " + iv.length() + " bytes, not " + size);
        }
        byte[] in = data.toArray();
        byte[] out = new byte[in.length];
        byte[] start = iv.toArray();
        for (int at = 0; at < in.length; at += size) {
            if (feed == Feed.OUTPUT_BEFORE) {
                mix(in, at, at == 0 ? start : out, Math.max(at - size, 0), size);
            }
            engine.processBlock(in, at, out, at);
            if (feed == Feed.INPUT_AFTER) {
                mix(out, at, at == 0 ? start : in, Math.max(at - size, 0), size);
            }
        }
        return Bytes.of(out);
    }

    private static void mix(byte[] target, int at, byte[] other, int from, int size) {
        for (int i = 0; i < size; i++) {
            target[at + i] ^= other[from + i];
        }
    }

    private Bytes requireOne(Bytes block) {
        if (block.length() != blockSize()) {
            throw new IllegalArgumentException("a block of " + block.length() + " bytes, not " + blockSize());
        }
        return block;
    }
}
