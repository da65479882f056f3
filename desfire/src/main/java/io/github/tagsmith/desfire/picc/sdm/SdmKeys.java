package io.github.tagsmith.desfire.picc.sdm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.crypto.Lrp;
import io.github.tagsmith.desfire.crypto.Nibbles;
import io.github.tagsmith.desfire.crypto.Padding;

/** The cryptography of secure dynamic messaging, which follows that of the application: AES or LRP. */
sealed interface SdmKeys {

    /** The size of a block, in bytes. */
    int BLOCK_SIZE = 16;

    /** Enciphers UID and counter under the meta read key. */
    Bytes piccData(Bytes metaReadKey, Bytes clear, SdmRandom random);

    /** The keys of one reading. */
    Session session(Bytes fileReadKey, Bytes uid, Bytes counter);

    /** The keys of one reading. */
    interface Session {

        /** Enciphers a part of the file. */
        Bytes encipher(Bytes clear);

        /** The MAC of a part of the file as it is sent, 8 bytes. */
        Bytes mac(Bytes text);
    }

    /**
     * AES.
     *
     * <pre>
     * PICCData   E(meta read key, tag || UID || counter || random), zero chaining value
     * ENC key    CMAC(file read key, C33C00010080 || UID || counter, zeros behind)
     * MAC key    CMAC(file read key, 3CC300010080 || UID || counter, zeros behind)
     * file data  E(ENC key, data), chaining value E(ENC key, counter || zeros)
     * </pre>
     */
    record Aes() implements SdmKeys {

        private static final Bytes ENC_LABEL = Bytes.fromHex("C33C00010080");
        private static final Bytes MAC_LABEL = Bytes.fromHex("3CC300010080");

        @Override
        public Bytes piccData(Bytes metaReadKey, Bytes clear, SdmRandom random) {
            return BlockCipher.aes(metaReadKey).encipherCbc(Bytes.zeros(BLOCK_SIZE), random.fill(clear));
        }

        @Override
        public Session session(Bytes fileReadKey, Bytes uid, Bytes counter) {
            Cmac derivation = new Cmac(BlockCipher.aes(fileReadKey));
            Bytes context = uid.plus(counter);
            BlockCipher enc = BlockCipher.aes(derived(derivation, ENC_LABEL.plus(context)));
            Cmac mac = new Cmac(BlockCipher.aes(derived(derivation, MAC_LABEL.plus(context))));
            return new AesSession(enc, mac, counter);
        }

        private static Bytes derived(Cmac derivation, Bytes vector) {
            return derivation.of(Padding.zeros(vector, BLOCK_SIZE));
        }
    }

    /** The keys of one reading, AES. */
    record AesSession(BlockCipher enc, Cmac cmac, Bytes counter) implements Session {

        @Override
        public Bytes encipher(Bytes clear) {
            return enc.encipherCbc(enc.apply(Padding.zeros(counter, BLOCK_SIZE)), clear);
        }

        @Override
        public Bytes mac(Bytes text) {
            return cmac.truncated(text);
        }
    }

    /**
     * LRP.
     *
     * <pre>
     * PICCData   random (8), then LRICB(meta read key, tag || UID || counter || random) counted from it
     * master     CMAC(file read key, 00010080 || UID || counter || zeros || 1EE1)
     * file data  LRICB(master, updated key 1), counted from counter || 000000
     * MAC        master, updated key 0
     * </pre>
     */
    record LeakageResilient() implements SdmKeys {

        private static final Bytes LABEL = Bytes.fromHex("00010080");
        private static final Bytes LABEL_END = Bytes.fromHex("1EE1");

        @Override
        public Bytes piccData(Bytes metaReadKey, Bytes clear, SdmRandom random) {
            Bytes start = random.piccRand();
            return start.plus(new Lrp(metaReadKey).encipher(0, Nibbles.of(start), random.fill(clear)));
        }

        @Override
        public Session session(Bytes fileReadKey, Bytes uid, Bytes counter) {
            Bytes context = Bytes.concat(LABEL, uid, counter);
            int zeros = Math.floorMod(-context.length() - LABEL_END.length(), BLOCK_SIZE);
            Bytes vector = Bytes.concat(context, Bytes.zeros(zeros), LABEL_END);
            return new LrpSession(new Lrp(new Lrp(fileReadKey).cmac(0).of(vector)), counter);
        }
    }

    /** The keys of one reading, LRP. */
    record LrpSession(Lrp master, Bytes counter) implements Session {

        private static final Bytes COUNTER_END = Bytes.zeros(3);

        @Override
        public Bytes encipher(Bytes clear) {
            return master.encipher(1, Nibbles.of(counter.plus(COUNTER_END)), clear);
        }

        @Override
        public Bytes mac(Bytes text) {
            return master.cmac(0).truncated(text);
        }
    }
}
