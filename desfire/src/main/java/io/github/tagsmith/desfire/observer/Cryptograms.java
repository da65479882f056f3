package io.github.tagsmith.desfire.observer;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.Lrp;
import io.github.tagsmith.desfire.crypto.Nibbles;

/** How EV2 and LRP sessions encipher. Source: section 6 of the protocol reference. */
sealed interface Cryptograms {

    /** Who sends. */
    enum Sender {
        READER(0xA55A),
        CARD(0x5AA5);

        private final int label;

        Sender(int label) {
            this.label = label;
        }
    }

    /** Deciphers whole blocks of a message; {@code transaction} is TI and the counter. */
    Bytes decipher(Sender sender, Bytes transaction, Bytes cryptogram);

    /** After a cryptogram of that many blocks. */
    Cryptograms after(int blocks);

    /** Counters, for people. */
    String counters();

    /**
     * CBC from an initial value made of the transaction.
     *
     * @param cipher AES under the session's encryption key
     */
    record Cbc(BlockCipher cipher) implements Cryptograms {

        private static final Bytes ZEROS = Bytes.zeros(8);

        @Override
        public Bytes decipher(Sender sender, Bytes transaction, Bytes cryptogram) {
            return cipher.decipherCbc(
                    cipher.apply(Bytes.concat(Bytes.bigEndian(sender.label, 2), transaction, ZEROS)), cryptogram);
        }

        @Override
        public Cryptograms after(int blocks) {
            return this;
        }

        @Override
        public String counters() {
            return "";
        }
    }

    /**
     * LRICB of AN12304: a key for each block, evaluated from a counter that runs on.
     *
     * @param lrp the primitive under the session's master key
     * @param encCtr the counter of the next block
     */
    record Lricb(Lrp lrp, long encCtr) implements Cryptograms {

        private static final int KEY = 1;

        @Override
        public Bytes decipher(Sender sender, Bytes transaction, Bytes cryptogram) {
            return lrp.decipher(KEY, Nibbles.of(Bytes.bigEndian(encCtr & 0xFFFFFFFFL, 4)), cryptogram);
        }

        @Override
        public Cryptograms after(int blocks) {
            return new Lricb(lrp, encCtr + blocks);
        }

        @Override
        public String counters() {
            return " EncCtr " + encCtr;
        }
    }
}
