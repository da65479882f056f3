package io.github.tagsmith.cli.input;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.RandomSource;

/**
 * Has Java load the ciphers and the system's random generator while a command that is going to need them still connects. It saves
 * time only where there is a second processor. No result comes of it: a command that gets there earlier loads them itself, or waits
 * for the class that is just being loaded, and one that ends earlier leaves the thread behind.
 */
public final class CipherPreparation implements Runnable {

    private static boolean begun;

    private CipherPreparation() {}

    /** Begins, if it was not begun before. */
    public static synchronized void begin() {
        if (!begun) {
            begun = true;
            Thread beside = new Thread(new CipherPreparation(), "cipher preparation");
            beside.setDaemon(true);
            beside.start();
        }
    }

    @Override
    public void run() {
        Bytes key = RandomSource.secure().next(16);
        BlockCipher.des(key).decipher(Bytes.zeros(8));
        BlockCipher.aes(key).decipher(Bytes.zeros(16));
    }
}
