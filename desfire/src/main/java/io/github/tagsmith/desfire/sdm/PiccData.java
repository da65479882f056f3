package io.github.tagsmith.desfire.sdm;

import io.github.tagsmith.core.bytes.ByteCursor;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.Lrp;
import io.github.tagsmith.desfire.crypto.Nibbles;
import io.github.tagsmith.desfire.crypto.RandomSource;
import java.util.Optional;

/**
 * What a card says of itself: UID and number of reads.
 *
 * <pre>
 * tag(1) [UID(7)] [counter(3), least significant byte first] random, to 16 bytes
 * tag: bit 7 UID, bit 6 counter, bits 3 to 0 length of the UID
 * AES  enciphered in one block, zero initial value
 * LRP  random(8) || LRICB with those as counter
 * </pre>
 *
 * <p>Source: AN12196; sdm.json and sdm-lrp.json of the vectors.
 *
 * @param uid 7 bytes, if it is mirrored
 * @param readCounter 0 to FFFFFF, if it is mirrored
 */
public record PiccData(Optional<Bytes> uid, Optional<Integer> readCounter) {

    private static final int UID_LENGTH = 7;
    private static final int COUNTER_LENGTH = 3;
    private static final int UID_MIRRORED = 0x80;
    private static final int COUNTER_MIRRORED = 0x40;
    private static final int LENGTH_BITS = 0x0F;
    private static final int BLOCK = 16;
    private static final int LRP_RANDOM = 8;

    /**
     * Checks length and range.
     *
     * @param uid 7 bytes, if it is mirrored
     * @param readCounter 0 to FFFFFF, if it is mirrored
     */
    public PiccData {
        if (uid.isPresent() && uid.get().length() != UID_LENGTH) {
            throw new IllegalArgumentException("a UID of " + uid.get().length() + " bytes, not " + UID_LENGTH);
        }
        if (readCounter.isPresent() && (readCounter.get() < 0 || readCounter.get() > 0xFFFFFF)) {
            throw new IllegalArgumentException("read counter " + readCounter.get() + " is not 0 to FFFFFF");
        }
    }

    /**
     * Deciphers mirrored PICC data.
     *
     * @param cipher the card's cipher
     * @param metaReadKey SDMMetaReadKey, 16 bytes
     * @param mirrored {@link SdmCipher#piccDataLength} bytes
     * @return what it says
     * @throws NfcException {@code MALFORMED_INPUT} if the length is wrong, {@code AUTHENTICATION_FAILED} if the key gives no
     *     PICC data
     */
    public static PiccData decipher(SdmCipher cipher, SecretBytes metaReadKey, Bytes mirrored) throws NfcException {
        if (mirrored.length() != cipher.piccDataLength()) {
            throw NfcException.malformed("enciphered PICC data has " + cipher.piccDataLength() + " bytes with " + cipher
                    + ", not " + mirrored.length());
        }
        Bytes clear = switch (cipher) {
            case AES -> BlockCipher.aes(metaReadKey.reveal()).decipher(mirrored);
            case LRP ->
                new Lrp(metaReadKey.reveal())
                        .decipher(0, Nibbles.of(mirrored.slice(0, LRP_RANDOM)), mirrored.slice(LRP_RANDOM));
        };
        return parse(clear);
    }

    private static PiccData parse(Bytes clear) throws NfcException {
        ByteCursor cursor = new ByteCursor(clear, "PICC data");
        int tag = cursor.take();
        boolean withUid = (tag & UID_MIRRORED) != 0;
        boolean withCounter = (tag & COUNTER_MIRRORED) != 0;
        int length = tag & LENGTH_BITS;
        boolean sound = (tag & ~(UID_MIRRORED | COUNTER_MIRRORED | LENGTH_BITS)) == 0
                && (withUid || withCounter)
                && length == (withUid ? UID_LENGTH : 0);
        if (!sound) {
            throw new NfcException(ErrorKind.AUTHENTICATION_FAILED, "the key does not decipher the PICC data")
                    .withHint("another meta read key, or the other cipher, was set on the card");
        }
        Optional<Bytes> uid = withUid ? Optional.of(cursor.take(UID_LENGTH)) : Optional.empty();
        Optional<Integer> counter = withCounter
                ? Optional.of((int) cursor.take(COUNTER_LENGTH).toUnsignedLittleEndian())
                : Optional.empty();
        return new PiccData(uid, counter);
    }

    /**
     * Enciphers it as a card does.
     *
     * @param cipher the card's cipher
     * @param metaReadKey SDMMetaReadKey, 16 bytes
     * @param random fills the block, and is the counter of LRP
     * @return {@link SdmCipher#piccDataLength} bytes
     */
    public Bytes encipher(SdmCipher cipher, SecretBytes metaReadKey, RandomSource random) {
        int tag = uid.map(value -> UID_MIRRORED | UID_LENGTH).orElse(0)
                | readCounter.map(value -> COUNTER_MIRRORED).orElse(0);
        Bytes said = Bytes.of(tag).plus(vector());
        Bytes clear = said.plus(random.next(BLOCK - said.length()));
        return switch (cipher) {
            case AES -> BlockCipher.aes(metaReadKey.reveal()).apply(clear);
            case LRP -> {
                Bytes counter = random.next(LRP_RANDOM);
                yield counter.plus(new Lrp(metaReadKey.reveal()).encipher(0, Nibbles.of(counter), clear));
            }
        };
    }

    /** UID and counter as they go into a session vector. */
    Bytes vector() {
        return uid.orElse(Bytes.EMPTY).plus(counterBytes());
    }

    /** The counter, least significant byte first; nothing if there is none. */
    Bytes counterBytes() {
        return readCounter
                .map(value -> Bytes.littleEndian(value, COUNTER_LENGTH))
                .orElse(Bytes.EMPTY);
    }
}
