package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.BlockCipher;

/**
 * Messaging of EV2 with AES, after commands 71 and 77: CBC with an initial value made from the transaction.
 *
 * <pre>
 * command   E(A55A || TI || CmdCtr || 00*8)
 * answer    E(5AA5 || TI || CmdCtr || 00*8)     CmdCtr has gone up by one
 * </pre>
 *
 * @param authentication method and key
 * @param cipher AES under the session's encryption key
 * @param mac MAC key, transaction identifier and command counter
 */
public record Ev2Session(Authentication authentication, BlockCipher cipher, TransactionMac mac)
        implements TransactionSession {

    private static final Bytes COMMAND = Bytes.of(0xA5, 0x5A);
    private static final Bytes ANSWER = Bytes.of(0x5A, 0xA5);
    private static final Bytes ZEROS = Bytes.zeros(8);

    @Override
    public Ev2Session with(TransactionMac newMac) {
        return new Ev2Session(authentication, cipher, newMac);
    }

    @Override
    public Turned encipher(Bytes padded) {
        return new Turned(cipher.encipherCbc(iv(COMMAND), padded), this);
    }

    @Override
    public Turned decipher(Bytes cryptogram) {
        return new Turned(cipher.decipherCbc(iv(ANSWER), cryptogram), this);
    }

    private Bytes iv(Bytes label) {
        return cipher.apply(Bytes.concat(label, mac.ti(), mac.counter(), ZEROS));
    }
}
