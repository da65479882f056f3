package io.github.tagsmith.desfire.sdm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.crypto.Lrp;
import io.github.tagsmith.desfire.crypto.Nibbles;
import io.github.tagsmith.desfire.crypto.Padding;

/**
 * The keys of one read, derived from SDMFileReadKey, UID and counter.
 *
 * <pre>
 * AES  SV1 = C33C 0001 0080 || UID || counter, zeros -> encipherment   SV2 = 3CC3 .. -> MAC
 *      initial value of the data = E(counter || zeros)
 * LRP  SV = 0001 0080 || UID || counter || zeros || 1EE1 -> master; MAC with updated key 0, data with updated key 1 and
 *      counter || 000000 as counter
 * </pre>
 *
 * <p>Source: AN12196; sdm.json and sdm-lrp.json of the vectors.
 */
public sealed interface SdmSession {

    /**
     * Derives the keys.
     *
     * @param cipher the card's cipher
     * @param fileReadKey SDMFileReadKey, 16 bytes
     * @param picc UID and counter, as far as they are mirrored
     * @return the session
     */
    static SdmSession of(SdmCipher cipher, SecretBytes fileReadKey, PiccData picc) {
        return switch (cipher) {
            case AES -> new Aes(fileReadKey.reveal(), picc);
            case LRP -> new OfLrp(fileReadKey.reveal(), picc);
        };
    }

    /**
     * The MAC of a mirrored text.
     *
     * @param text the bytes of the file from the MAC input offset to the MAC, possibly none
     * @return 8 bytes
     */
    Bytes mac(Bytes text);

    /**
     * Enciphers a part of the file.
     *
     * @param clear whole blocks
     * @return as many blocks
     */
    Bytes encipher(Bytes clear);

    /**
     * Deciphers a part of the file.
     *
     * @param cryptogram whole blocks
     * @return as many blocks
     */
    Bytes decipher(Bytes cryptogram);

    /** With AES. */
    final class Aes implements SdmSession {

        private static final Bytes ENCIPHERMENT = Bytes.fromHex("C33C00010080");
        private static final Bytes MAC = Bytes.fromHex("3CC300010080");
        private static final int BLOCK = 16;

        private final BlockCipher cipher;
        private final Cmac mac;
        private final Bytes iv;

        private Aes(Bytes fileReadKey, PiccData picc) {
            Cmac derivation = new Cmac(BlockCipher.aes(fileReadKey));
            cipher = BlockCipher.aes(derivation.of(Padding.zeros(ENCIPHERMENT.plus(picc.vector()), BLOCK)));
            mac = new Cmac(BlockCipher.aes(derivation.of(Padding.zeros(MAC.plus(picc.vector()), BLOCK))));
            Bytes counter = picc.counterBytes();
            iv = cipher.apply(counter.plus(Bytes.zeros(BLOCK - counter.length())));
        }

        @Override
        public Bytes mac(Bytes text) {
            return mac.truncated(text);
        }

        @Override
        public Bytes encipher(Bytes clear) {
            return cipher.encipherCbc(iv, clear);
        }

        @Override
        public Bytes decipher(Bytes cryptogram) {
            return cipher.decipherCbc(iv, cryptogram);
        }
    }

    /** With LRP. */
    final class OfLrp implements SdmSession {

        private static final Bytes HEAD = Bytes.fromHex("00010080");
        private static final Bytes TAIL = Bytes.fromHex("1EE1");
        private static final int BLOCK = 16;
        private static final int MAC_KEY = 0;
        private static final int DATA_KEY = 1;
        private static final int COUNTER_LENGTH = 6;

        private final Lrp master;
        private final Nibbles counter;

        private OfLrp(Bytes fileReadKey, PiccData picc) {
            Bytes said = HEAD.plus(picc.vector());
            int fill = Math.floorMod(-(said.length() + TAIL.length()), BLOCK);
            master = new Lrp(new Lrp(fileReadKey).cmac(MAC_KEY).of(Bytes.concat(said, Bytes.zeros(fill), TAIL)));
            Bytes start = picc.counterBytes();
            counter = Nibbles.of(start.plus(Bytes.zeros(COUNTER_LENGTH - start.length())));
        }

        @Override
        public Bytes mac(Bytes text) {
            return master.cmac(MAC_KEY).truncated(text);
        }

        @Override
        public Bytes encipher(Bytes clear) {
            return master.encipher(DATA_KEY, counter, clear);
        }

        @Override
        public Bytes decipher(Bytes cryptogram) {
            return master.decipher(DATA_KEY, counter, cryptogram);
        }
    }
}
