package io.github.tagsmith.desfire.crypto;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.List;
import java.util.stream.Stream;

/**
 * The leakage resilient primitive of NXP AN12304 with m = 4 under one key: sixteen plaintexts, updated keys, and the
 * evaluation of a string of nibbles.
 *
 * <pre>
 * h = E(K, 55..)    P[i] = E(h, AA..)   h = E(h, 55..)    i = 0 to 15
 * h = E(K, AA..)    U[i] = E(h, AA..)   h = E(h, 55..)    i = 0 to 3
 * y = U[j]; for each nibble n: y = E(y, P[n]); at the end y = E(y, 00..)
 * </pre>
 */
public final class Lrp {

    /** The size of a block, in bytes. */
    public static final int BLOCK_SIZE = 16;

    private static final int PLAINTEXTS = 16;
    private static final int UPDATED_KEYS = 4;
    private static final Bytes ZERO = Bytes.zeros(BLOCK_SIZE);
    private static final Bytes FIVES = Bytes.repeat(BLOCK_SIZE, 0x55);
    private static final Bytes TENS = Bytes.repeat(BLOCK_SIZE, 0xAA);

    private final List<Bytes> plaintexts;
    private final List<Bytes> updatedKeys;

    /**
     * Computes plaintexts and updated keys.
     *
     * @param key 16 bytes
     */
    public Lrp(Bytes key) {
        plaintexts = derive(encipher(key, FIVES), PLAINTEXTS);
        updatedKeys = derive(encipher(key, TENS), UPDATED_KEYS);
    }

    private static List<Bytes> derive(Bytes start, int count) {
        return Stream.iterate(start, h -> encipher(h, FIVES))
                .limit(count)
                .map(h -> encipher(h, TENS))
                .toList();
    }

    private static Bytes encipher(Bytes key, Bytes block) {
        return BlockCipher.aes(key).apply(block);
    }

    /**
     * One of the secret plaintexts.
     *
     * @param nibble 0 to 15
     * @return 16 bytes
     */
    public Bytes plaintext(int nibble) {
        return plaintexts.get(nibble);
    }

    /**
     * One of the updated keys.
     *
     * @param index 0 to 3
     * @return 16 bytes
     */
    public Bytes updatedKey(int index) {
        return updatedKeys.get(index);
    }

    /**
     * Evaluates a string of nibbles; algorithm 3 of AN12304.
     *
     * @param updatedKey which updated key it starts from, 0 to 3
     * @param input the string
     * @param finalized whether the closing step is done
     * @return 16 bytes
     */
    public Bytes evaluate(int updatedKey, Nibbles input, boolean finalized) {
        Bytes y = updatedKey(updatedKey);
        for (int i = 0; i < input.length(); i++) {
            y = encipher(y, plaintext(input.get(i)));
        }
        return finalized ? encipher(y, ZERO) : y;
    }

    /**
     * CMAC with the evaluation of a block as its cipher; CMAC_LRP of AN12304.
     *
     * @param updatedKey which updated key, 0 to 3
     * @return the MAC
     */
    public Cmac cmac(int updatedKey) {
        return new Cmac(new BlockFunction() {
            @Override
            public int blockSize() {
                return BLOCK_SIZE;
            }

            @Override
            public Bytes apply(Bytes block) {
                return evaluate(updatedKey, Nibbles.of(block), true);
            }
        });
    }

    /**
     * Enciphers whole blocks, each under a key evaluated from the counter, which goes up by one a block; LRICB of AN12304.
     *
     * @param updatedKey which updated key, 0 to 3
     * @param counter the counter of the first block
     * @param clear whole blocks
     * @return as many blocks
     */
    public Bytes encipher(int updatedKey, Nibbles counter, Bytes clear) {
        return each(updatedKey, counter, clear, BlockCipher::apply);
    }

    /**
     * Undoes {@link #encipher(int, Nibbles, Bytes)}.
     *
     * @param updatedKey which updated key, 0 to 3
     * @param counter the counter of the first block
     * @param cryptogram whole blocks
     * @return as many blocks
     */
    public Bytes decipher(int updatedKey, Nibbles counter, Bytes cryptogram) {
        return each(updatedKey, counter, cryptogram, BlockCipher::decipher);
    }

    private interface Step {
        Bytes turn(BlockCipher cipher, Bytes block);
    }

    private Bytes each(int updatedKey, Nibbles counter, Bytes data, Step step) {
        if (data.length() % BLOCK_SIZE != 0) {
            throw new IllegalArgumentException(data.length() + " bytes are no whole blocks of " + BLOCK_SIZE);
        }
        Bytes[] blocks = new Bytes[data.length() / BLOCK_SIZE];
        Nibbles now = counter;
        for (int i = 0; i < blocks.length; i++) {
            BlockCipher cipher = BlockCipher.aes(evaluate(updatedKey, now, true));
            blocks[i] = step.turn(cipher, data.slice(i * BLOCK_SIZE, (i + 1) * BLOCK_SIZE));
            now = now.next();
        }
        return Bytes.concat(blocks);
    }
}
