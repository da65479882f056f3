package io.github.tagsmith.desfire.sdm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.SdmSettings;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A file with secure dynamic messaging as it is read without authentication: the card writes UID, counter, enciphered data and
 * MAC into what the file holds. Everything mirrored is written in hexadecimal digits, the counter most significant first; of
 * an enciphered part of n bytes the card enciphers the first n/2 bytes of the file's own content. Source: AN12196.
 *
 * @param settings what is mirrored, and where
 * @param keys the keys
 */
public record MirroredFile(SdmSettings settings, SdmKeys keys) {

    private static final int COUNTER_DIGITS = 6;
    private static final int UID_LENGTH = 7;

    /**
     * What a reader gets to see.
     *
     * @param content what the file holds
     * @param uid the card's UID, 7 bytes
     * @param readCounter the number of this read
     * @param random fills the block of enciphered PICC data
     * @return the content with everything mirrored in
     */
    public Bytes mirror(Bytes content, Bytes uid, int readCounter, RandomSource random) {
        SdmSettings.Offsets offsets = settings.offsets();
        PiccData picc = new PiccData(
                settings.uid() ? Optional.of(uid) : Optional.empty(),
                settings.readCounter() ? Optional.of(readCounter) : Optional.empty());
        SdmSession session = SdmSession.of(keys.cipher(), keys.fileRead(), picc);
        Bytes seen = put(content, offsets.uid(), uid);
        seen = put(seen, offsets.readCounter(), Bytes.bigEndian(readCounter, COUNTER_DIGITS / 2));
        if (offsets.piccData().isPresent()) {
            seen = put(seen, offsets.piccData(), picc.encipher(keys.cipher(), keys.metaRead(), random));
        }
        if (offsets.enciphered().isPresent()) {
            SdmSettings.Part part = offsets.enciphered().get();
            Bytes clear = content.slice(part.offset(), part.offset() + part.length() / 2);
            seen = put(seen, Optional.of(part.offset()), session.encipher(clear));
        }
        if (offsets.mac().isPresent() && offsets.macInput().isPresent()) {
            Bytes covered = seen.slice(offsets.macInput().get(), offsets.mac().get());
            seen = put(seen, offsets.mac(), session.mac(covered));
        }
        return seen;
    }

    private static Bytes put(Bytes file, Optional<Integer> offset, Bytes value) {
        return offset.map(at -> file.with(at, Bytes.of(value.toHex().getBytes(StandardCharsets.US_ASCII))))
                .orElse(file);
    }

    /**
     * Checks and deciphers what a reader got to see.
     *
     * @param seen the file as it was read
     * @return what it says
     * @throws NfcException {@code AUTHENTICATION_FAILED} if the MAC is wrong or a key does not fit, {@code MALFORMED_INPUT} if
     *     the file is too short or is not written in hexadecimal digits
     */
    public SdmReading read(Bytes seen) throws NfcException {
        SdmSettings.Offsets offsets = settings.offsets();
        PiccData picc = picc(seen);
        SdmSession session = SdmSession.of(keys.cipher(), keys.fileRead(), picc);
        if (offsets.mac().isPresent() && offsets.macInput().isPresent()) {
            Bytes mac = digits(seen, offsets.mac().get(), Cmac.TRUNCATED_LENGTH);
            Bytes covered = seen.slice(offsets.macInput().get(), offsets.mac().get());
            if (!Cmac.same(mac, session.mac(covered))) {
                throw new NfcException(ErrorKind.AUTHENTICATION_FAILED, "the MAC of the message is wrong")
                        .withHint("it was changed, or the file read key or the cipher is another one");
            }
        }
        Optional<Bytes> data = Optional.empty();
        if (offsets.enciphered().isPresent()) {
            SdmSettings.Part part = offsets.enciphered().get();
            data = Optional.of(session.decipher(digits(seen, part.offset(), part.length() / 2)));
        }
        return new SdmReading(picc, data);
    }

    private PiccData picc(Bytes seen) throws NfcException {
        SdmSettings.Offsets offsets = settings.offsets();
        if (offsets.piccData().isPresent()) {
            Bytes mirrored =
                    digits(seen, offsets.piccData().get(), keys.cipher().piccDataLength());
            return PiccData.decipher(keys.cipher(), keys.metaRead(), mirrored);
        }
        Optional<Bytes> uid = offsets.uid().isPresent()
                ? Optional.of(digits(seen, offsets.uid().get(), UID_LENGTH))
                : Optional.empty();
        Optional<Integer> counter = offsets.readCounter().isPresent()
                ? Optional.of((int) digits(seen, offsets.readCounter().get(), COUNTER_DIGITS / 2)
                        .toUnsignedBigEndian())
                : Optional.empty();
        return new PiccData(uid, counter);
    }

    private static Bytes digits(Bytes seen, int offset, int length) throws NfcException {
        int end = offset + 2 * length;
        if (end > seen.length()) {
            throw NfcException.malformed(
                    "the message ends at offset " + seen.length() + ", digits were expected up to " + end);
        }
        try {
            return Bytes.fromHex(seen.slice(offset, end).toText(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException noHex) {
            throw NfcException.malformed("no hexadecimal digits at offset " + offset + " of the message")
                    .withCause(noHex);
        }
    }
}
