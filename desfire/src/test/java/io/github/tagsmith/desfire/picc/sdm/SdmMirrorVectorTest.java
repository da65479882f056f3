package io.github.tagsmith.desfire.picc.sdm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.Vector;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.crypto.Lrp;
import io.github.tagsmith.desfire.crypto.Nibbles;
import io.github.tagsmith.desfire.model.AccessRight;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.SdmSettings;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every published reading: a file is laid out so that the published text comes of it, the card's random numbers are those that
 * the published PICCData hold, and the card must mirror the published digits.
 */
class SdmMirrorVectorTest {

    private static final KeyNo META_READ = new KeyNo(2);
    private static final KeyNo FILE_READ = new KeyNo(1);
    private static final int UID_LENGTH = 7;

    static Stream<Vector> readings() {
        return Stream.concat(Vector.of("sdm.json", "sdm_aes"), Vector.of("sdm-lrp.json", "sdm_lrp"));
    }

    static Stream<Vector> sessionKeys() {
        return Vector.of("sdm.json", "sdm_session_keys_aes");
    }

    /** What is published of a reading, PICCData deciphered. */
    private record Reading(Vector vector, boolean lrp, Bytes piccData, Bytes piccRand) {

        static Reading of(Vector vector) {
            boolean lrp = vector.operation().equals("sdm_lrp");
            if (!vector.hasInput("picc_enc_data")) {
                return new Reading(vector, lrp, Bytes.EMPTY, Bytes.zeros(8));
            }
            Bytes enciphered = vector.bytes("picc_enc_data");
            Bytes key = vector.bytes("sdm_meta_read_key");
            if (lrp) {
                Bytes start = enciphered.slice(0, 8);
                Bytes clear = new Lrp(key).decipher(0, Nibbles.of(start), enciphered.slice(8));
                return new Reading(vector, true, clear, start);
            }
            Bytes clear = BlockCipher.aes(key).decipherCbc(Bytes.zeros(16), enciphered);
            return new Reading(vector, false, clear, Bytes.zeros(8));
        }

        boolean isEnciphered() {
            return !piccData.isEmpty();
        }

        boolean hasUid() {
            return !isEnciphered() || (piccData.get(0) & 0x80) != 0;
        }

        Bytes uid() {
            return !isEnciphered()
                    ? vector.bytes("uid")
                    : hasUid() ? piccData.slice(1, 1 + UID_LENGTH) : Bytes.zeros(UID_LENGTH);
        }

        private int counterAt() {
            return hasUid() ? 1 + UID_LENGTH : 1;
        }

        int counter() {
            Bytes wire = isEnciphered()
                    ? piccData.slice(counterAt(), counterAt() + 3)
                    : vector.bytes("sdm_read_ctr_lsb_first");
            return (int) wire.toUnsignedLittleEndian();
        }

        SdmRandom random() {
            int used = isEnciphered() ? counterAt() + 3 : 0;
            Bytes padding = isEnciphered() ? piccData.slice(used) : Bytes.EMPTY;
            return new SdmRandom(piccRand, padding.plus(Bytes.zeros(15 - padding.length())));
        }

        String macInput() {
            return vector.hasInput("mac_input_ascii")
                    ? vector.text("mac_input_ascii")
                    : vector.hasInput("enc_file_data") ? digits(vector.bytes("enc_file_data")) : "";
        }

        boolean isMaced() {
            return vector.hasInput("sdm_file_read_key");
        }

        DesfireKey key(KeyNo number) {
            String name = number.equals(META_READ) ? "sdm_meta_read_key" : "sdm_file_read_key";
            return DesfireKey.of(KeyAlgorithm.AES, vector.bytes(name));
        }
    }

    private static String digits(Bytes bytes) {
        return bytes.toHex().toUpperCase(Locale.ROOT);
    }

    private static Bytes ascii(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @MethodSource("readings")
    void mirrors(Vector vector) {
        Reading reading = Reading.of(vector);
        String piccText = reading.isEnciphered()
                ? digits(vector.bytes("picc_enc_data"))
                : digits(reading.uid()) + "x" + digits(Bytes.bigEndian(reading.counter(), 3));
        String macInput = reading.macInput();
        int insideAt = macInput.indexOf(piccText);
        String before = insideAt < 0 ? "https://tag.example/?p=" + piccText + "&m=" : "https://";
        String mac = vector.expects("sdm_mac") ? digits(vector.expectedBytes("sdm_mac")) : "";
        Bytes expected = ascii(before + macInput + mac);

        int piccAt = insideAt < 0 ? before.indexOf(piccText) : before.length() + insideAt;
        int macAt = before.length() + macInput.length();
        Bytes content = expected.plus(mac.isEmpty() ? Bytes.repeat(16, '-') : Bytes.EMPTY);
        content = content.with(piccAt, Bytes.repeat(piccText.length(), '0'));
        content = content.with(piccAt, reading.isEnciphered() ? Bytes.EMPTY : ascii("00000000000000x000000"));
        content = content.with(macAt, Bytes.repeat(reading.isMaced() ? 16 : 0, '0'));
        Optional<SdmSettings.Part> part = Optional.empty();
        if (vector.hasInput("enc_file_data")) {
            Bytes enciphered = vector.bytes("enc_file_data");
            int at = before.length() + macInput.indexOf(digits(enciphered));
            part = Optional.of(new SdmSettings.Part(at, 2 * enciphered.length()));
            content = content.with(at, vector.expectedBytes("file_data").plus(Bytes.repeat(enciphered.length(), '*')));
        }

        Optional<Integer> clearAt = reading.isEnciphered() ? Optional.empty() : Optional.of(piccAt);
        Optional<Integer> fromMac = Optional.of(before.length()).filter(at -> reading.isMaced());
        SdmSettings.Offsets offsets = new SdmSettings.Offsets(
                clearAt,
                clearAt.map(at -> at + 15),
                reading.isEnciphered() ? Optional.of(piccAt) : Optional.empty(),
                Optional.empty(),
                fromMac,
                part,
                fromMac.map(at -> macAt));
        SdmSettings settings = new SdmSettings(
                reading.hasUid(),
                true,
                true,
                reading.isEnciphered() ? AccessRight.of(META_READ) : AccessRight.FREE,
                reading.isMaced() ? AccessRight.of(FILE_READ) : AccessRight.NEVER,
                AccessRight.NEVER,
                offsets,
                Optional.empty());
        SdmMirror mirror = new SdmMirror(
                settings, reading.uid(), reading.counter(), reading.random(), reading::key, reading.lrp());
        Bytes mirrored = mirror.of(content);
        assertEquals(expected, mirrored.slice(0, expected.length()), vector::toString);
        assertEquals(content.length(), mirrored.length());
        if (vector.expects("uid")) {
            assertEquals(vector.expectedBytes("uid"), reading.uid());
        }
        if (vector.expects("sdm_read_ctr")) {
            assertEquals(((Number) vector.expected("sdm_read_ctr")).intValue(), reading.counter());
        }
    }

    @ParameterizedTest
    @MethodSource("sessionKeys")
    void derivesSessionKeys(Vector vector) {
        Bytes counter = vector.bytes("sdm_read_ctr_lsb_first");
        SdmKeys.AesSession session = (SdmKeys.AesSession)
                new SdmKeys.Aes().session(vector.bytes("sdm_file_read_key"), vector.bytes("uid"), counter);
        Bytes block = Bytes.repeat(16, 0x33);
        assertEquals(
                BlockCipher.aes(vector.expectedBytes("k_ses_enc")).apply(block),
                session.enc().apply(block));
        assertEquals(new Cmac(BlockCipher.aes(vector.expectedBytes("k_ses_mac"))).truncated(block), session.mac(block));
    }
}
