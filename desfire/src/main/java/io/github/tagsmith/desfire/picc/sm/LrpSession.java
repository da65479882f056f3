package io.github.tagsmith.desfire.picc.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.Lrp;
import io.github.tagsmith.desfire.crypto.Nibbles;

/**
 * A session of LRP. Blocks in both directions are counted, and the count is what each block's key is made of. Source:
 * lrp-auth.json of the vectors.
 *
 * @param counter transaction identifier, counter and MAC key
 * @param lrp the primitive under the session's master key
 * @param blocks EncCtr, how many blocks went in either direction
 */
record LrpSession(CommandCounter counter, Lrp lrp, int blocks) implements CountingSession {

    /** The updated key that MACs take. */
    static final int MAC_KEY = 0;
    /** The updated key that cryptograms take. */
    static final int ENC_KEY = 1;

    private static final int COUNTER_LENGTH = 4;

    @Override
    public LrpSession withCounter(CommandCounter next) {
        return new LrpSession(next, lrp, blocks);
    }

    @Override
    public Turned decipher(Bytes cryptogram) {
        return new Turned(lrp.decipher(ENC_KEY, encCtr(), cryptogram), after(cryptogram));
    }

    @Override
    public Turned encipher(Bytes clear) {
        return new Turned(lrp.encipher(ENC_KEY, encCtr(), clear), after(clear));
    }

    private Nibbles encCtr() {
        return Nibbles.of(Bytes.bigEndian(blocks, COUNTER_LENGTH));
    }

    private LrpSession after(Bytes data) {
        return new LrpSession(counter, lrp, blocks + data.length() / Lrp.BLOCK_SIZE);
    }
}
