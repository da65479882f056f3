package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.crypto.Lrp;
import io.github.tagsmith.desfire.crypto.Nibbles;

/**
 * Messaging with LRP (AN12304), after commands 71 and 77: every block is enciphered under a key of its own, evaluated from a
 * counter that runs on over commands and answers.
 *
 * @param authentication method and key
 * @param lrp the primitive under the session's master key
 * @param mac MAC, transaction identifier and command counter
 * @param encCtr the counter of the next block, 0 to 100000000; evaluated as 4 bytes, most significant first
 */
public record LrpSession(Authentication authentication, Lrp lrp, TransactionMac mac, long encCtr)
        implements TransactionSession {

    /** Which updated key makes MACs. */
    static final int MAC_KEY = 0;

    /** Which updated key enciphers. */
    static final int ENCRYPTION_KEY = 1;

    private static final long END = 1L << 32;

    @Override
    public LrpSession with(TransactionMac newMac) {
        return new LrpSession(authentication, lrp, newMac, encCtr);
    }

    @Override
    public Turned encipher(Bytes padded) throws NfcException {
        LrpSession next = after(padded);
        return new Turned(lrp.encipher(ENCRYPTION_KEY, counter(encCtr), padded), next);
    }

    @Override
    public Turned decipher(Bytes cryptogram) throws NfcException {
        LrpSession next = after(cryptogram);
        return new Turned(lrp.decipher(ENCRYPTION_KEY, counter(encCtr), cryptogram), next);
    }

    /** A counter as LRP evaluates it, 8 nibbles. */
    static Nibbles counter(long value) {
        return Nibbles.of(Bytes.bigEndian(value, 4));
    }

    private LrpSession after(Bytes blocks) throws NfcException {
        long next = encCtr + blocks.length() / BLOCK_SIZE;
        if (next > END) {
            throw new NfcException(
                            ErrorKind.INVALID_REQUEST, "the session's encryption counter is at its end (FFFFFFFF)")
                    .withHint("authenticate again");
        }
        return new LrpSession(authentication, lrp, mac, next);
    }
}
