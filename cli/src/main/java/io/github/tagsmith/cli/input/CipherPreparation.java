package io.github.tagsmith.cli.input;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.RandomSource;

/**
 * Has Java load the ciphers and the system's random generator while a command that is going to need them still connects: one after
 * the other, that is half as long as a JVM's start. Nothing waits for it or comes of it. A command that is there earlier loads them
 * itself, and one that ends earlier leaves it behind.
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
