package io.github.tagsmith.desfire.sdm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.crypto.Cmac;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What a card has mirrored into a message (SUN), taken out of it, without knowing the settings of the file. Where the MAC begins to
 * cover the text is found by trying: a MAC of 8 bytes fits no other text by chance.
 *
 * @param piccData UID and counter, enciphered
 * @param clear UID and counter, as far as they are mirrored in clear
 * @param enciphered the enciphered part of the file, whole blocks
 * @param mac 8 bytes
 * @param texts what the MAC may cover, the likeliest first
 */
public record SunMessage(
        Optional<Bytes> piccData, PiccData clear, Optional<Bytes> enciphered, Optional<Bytes> mac, List<String> texts) {

    private static final int BLOCK = 16;

    /**
     * What a message says.
     *
     * @param cipher the cipher that fits
     * @param picc UID and counter, as far as they are mirrored
     * @param covered the text that the MAC covers; nothing where no MAC was checked
     * @param data the deciphered part of the file, if there is one
     */
    public record Reading(SdmCipher cipher, PiccData picc, Optional<String> covered, Optional<Bytes> data) {}

    /**
     * Checks the lengths.
     *
     * @param piccData UID and counter, enciphered
     * @param clear UID and counter, as far as they are mirrored in clear
     * @param enciphered the enciphered part of the file, whole blocks
     * @param mac 8 bytes
     * @param texts what the MAC may cover, the likeliest first
     */
    public SunMessage {
        texts = List.copyOf(texts);
        if (mac.isPresent() && mac.get().length() != Cmac.TRUNCATED_LENGTH) {
            throw new IllegalArgumentException("a MAC has " + Cmac.TRUNCATED_LENGTH + " bytes, not "
                    + mac.get().length());
        }
        if (enciphered.isPresent()
                && (enciphered.get().isEmpty() || enciphered.get().length() % BLOCK != 0)) {
            throw new IllegalArgumentException("enciphered data has whole blocks of 16 bytes, not "
                    + enciphered.get().length() + " bytes");
        }
    }

    /**
     * The ciphers that the message may be of: the length of enciphered PICC data tells them apart.
     *
     * @return one or both
     */
    public List<SdmCipher> ciphers() {
        List<SdmCipher> both = List.of(SdmCipher.values());
        return piccData.map(data -> both.stream()
                        .filter(cipher -> cipher.piccDataLength() == data.length())
                        .toList())
                .orElse(both);
    }

    /**
     * Checks the MAC and deciphers.
     *
     * @param keys the keys, and the cipher
     * @return what the message says
     * @throws NfcException {@code AUTHENTICATION_FAILED} if there is no MAC, it is wrong, or a key does not fit; {@code
     *     MALFORMED_INPUT} if a length is wrong
     */
    public Reading verify(SdmKeys keys) throws NfcException {
        if (mac.isEmpty()) {
            throw new NfcException(ErrorKind.AUTHENTICATION_FAILED, "there is no MAC in the message");
        }
        PiccData picc = picc(keys);
        SdmSession session = SdmSession.of(keys.cipher(), keys.fileRead(), picc);
        for (String text : texts) {
            if (Cmac.same(mac.get(), session.mac(Bytes.of(text.getBytes(StandardCharsets.UTF_8))))) {
                return new Reading(keys.cipher(), picc, Optional.of(text), enciphered.map(session::decipher));
            }
        }
        throw new NfcException(ErrorKind.AUTHENTICATION_FAILED, "the MAC of the message is wrong")
                .withHint("it was changed, or the file read key is another one");
    }

    /**
     * Deciphers without a MAC, which proves nothing.
     *
     * @param keys the keys, and the cipher
     * @return what the message says
     * @throws NfcException {@code AUTHENTICATION_FAILED} if the meta read key does not fit; {@code MALFORMED_INPUT} if a length is
     *     wrong
     */
    public Reading decipher(SdmKeys keys) throws NfcException {
        PiccData picc = picc(keys);
        SdmSession session = SdmSession.of(keys.cipher(), keys.fileRead(), picc);
        return new Reading(keys.cipher(), picc, Optional.empty(), enciphered.map(session::decipher));
    }

    private PiccData picc(SdmKeys keys) throws NfcException {
        return piccData.isPresent() ? PiccData.decipher(keys.cipher(), keys.metaRead(), piccData.get()) : clear;
    }
}
