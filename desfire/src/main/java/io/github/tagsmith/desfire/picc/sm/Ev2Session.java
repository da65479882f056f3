package io.github.tagsmith.desfire.picc.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.BlockCipher;

/**
 * A session of EV2 with AES. Each cryptogram has its own initial value:
 *
 * <pre>
 * command   E(KSesAuthENC, A55A || TI || CmdCtr || zeros)
 * answer    E(KSesAuthENC, 5AA5 || TI || CmdCtr || zeros), the counter one higher
 * </pre>
 *
 * <p>Source: ev2-mac-full.json of the vectors.
 *
 * @param counter transaction identifier, counter and MAC key
 * @param cipher the cipher under KSesAuthENC
 */
record Ev2Session(CommandCounter counter, BlockCipher cipher) implements CountingSession {

    private static final Bytes COMMAND_LABEL = Bytes.of(0xA5, 0x5A);
    private static final Bytes ANSWER_LABEL = Bytes.of(0x5A, 0xA5);
    private static final Bytes IV_TAIL = Bytes.zeros(8);

    @Override
    public Ev2Session withCounter(CommandCounter next) {
        return new Ev2Session(next, cipher);
    }

    @Override
    public Turned decipher(Bytes cryptogram) {
        return new Turned(cipher.decipherCbc(iv(COMMAND_LABEL), cryptogram), this);
    }

    @Override
    public Turned encipher(Bytes clear) {
        return new Turned(cipher.encipherCbc(iv(ANSWER_LABEL), clear), this);
    }

    private Bytes iv(Bytes label) {
        return cipher.apply(Bytes.concat(label, counter.ti(), counter.wire(), IV_TAIL));
    }
}
