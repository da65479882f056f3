package io.github.tagsmith.desfire.sdm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.Vector;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole links around the published mirrors of sdm.json and sdm-lrp.json, with nothing said of where things are in them. */
class SunMessageTest {

    private static final SecretBytes ZERO_KEY = SecretBytes.of(Bytes.zeros(16));
    private static final SdmKeys ZERO_KEYS = new SdmKeys(SdmCipher.AES, ZERO_KEY, ZERO_KEY);
    /** AN12196 table 5. */
    private static final String LINK = "https://www.my424dna.com/?picc_data=FD91EC264309878BE6345CBE53BADF40"
            + "&enc=CEE9A53E3E463EF1F459635736738962&cmac=ECC1E7F6C6C73BF6";

    static Stream<Vector> maced() {
        return Stream.concat(Vector.of("sdm.json", "sdm_aes"), Vector.of("sdm-lrp.json", "sdm_lrp"))
                .filter(vector -> vector.hasInput("mac_input_ascii"));
    }

    private static SdmKeys keys(Vector vector) {
        SecretBytes fileRead = SecretBytes.of(vector.bytes("sdm_file_read_key"));
        return new SdmKeys(
                vector.operation().equals("sdm_lrp") ? SdmCipher.LRP : SdmCipher.AES,
                vector.hasInput("sdm_meta_read_key")
                        ? SecretBytes.of(vector.bytes("sdm_meta_read_key"))
                        : SecretBytes.of(Bytes.zeros(16)),
                fileRead);
    }

    /** What the MAC covers stands just before it; PICC data and enciphered data before that, unless they are in it. */
    private static String link(Vector vector) {
        String covered = vector.text("mac_input_ascii");
        StringBuilder link = new StringBuilder("https://x.org/?");
        if (!vector.hasInput("picc_enc_data")) {
            Bytes counter = vector.bytes("sdm_read_ctr_lsb_first");
            link.append("u=").append(vector.bytes("uid")).append("&c=");
            link.append(Bytes.bigEndian(counter.toUnsignedLittleEndian(), 3));
        } else if (!covered.contains(vector.bytes("picc_enc_data").toHex())) {
            link.append("p=").append(vector.bytes("picc_enc_data"));
        }
        if (vector.hasInput("enc_file_data")
                && !covered.contains(vector.bytes("enc_file_data").toHex())) {
            link.append("&d=").append(vector.bytes("enc_file_data"));
        }
        return link.append("&")
                .append(covered)
                .append(vector.expectedBytes("sdm_mac"))
                .toString();
    }

    @ParameterizedTest
    @MethodSource("maced")
    void aPublishedMirrorIsFoundCheckedAndDeciphered(Vector vector) throws NfcException {
        SdmKeys keys = keys(vector);
        SunMessage message = SunLink.parts(link(vector));
        SunMessage.Reading reading = message.verify(keys);
        assertEquals(true, message.ciphers().contains(keys.cipher()));
        assertEquals(vector.text("mac_input_ascii"), reading.covered().orElseThrow());
        if (vector.expects("uid")) {
            assertEquals(
                    Optional.of(vector.expectedBytes("uid")), reading.picc().uid());
        }
        if (vector.expects("file_data")) {
            assertEquals(Optional.of(vector.expectedBytes("file_data")), reading.data());
        }
    }

    /** AN12196 tables 2 and 4, without anything between PICC data and MAC. */
    @Test
    void aMacMayStandBehindOtherDigits() throws NfcException {
        SunMessage message = SunLink.parts("https://x.org/?EF963FF7828658A599F3041510671E8894EED9EE65337086");
        assertEquals(Optional.of(61), message.verify(ZERO_KEYS).picc().readCounter());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.my424dna.com/?picc_data={picc}&enc={from}{enc:16}&cmac={mac}",
                "https://www.my424dna.com/?picc_data={picc}&enc={enc:16}&cmac={mac}",
                "?picc_data={picc}&enc={enc}&cmac={mac}"
            })
    void aTemplateSaysWhereThingsAre(String template) throws NfcException {
        SunMessage.Reading reading = SunLink.parts(LINK, template).verify(ZERO_KEYS);
        assertEquals(Optional.of(8), reading.picc().readCounter());
        assertEquals("CEE9A53E3E463EF1F459635736738962&cmac=", reading.covered().orElseThrow());
    }

    /** The MAC is over another text than the template says. */
    @Test
    void whatATemplateSaysIsKeptTo() throws NfcException {
        SunMessage message = SunLink.parts(LINK, "?picc_data={picc}{from}&enc={enc:16}&cmac={mac}");
        failed(ErrorKind.AUTHENTICATION_FAILED, () -> message.verify(ZERO_KEYS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.my424dna.com/?picc_data=FD91EC264309878BE6345CBE53BADF40"
                        + "&enc=CEE9A53E3E463EF1F459635736738963&cmac=ECC1E7F6C6C73BF6",
                "https://www.my424dna.com/?picc_data=FD91EC264309878BE6345CBE53BADF40"
                        + "&enc=CEE9A53E3E463EF1F459635736738962&cmac=ECC1E7F6C6C73BF7",
                "https://www.my424dna.com/?picc_data=FD91EC264309878BE6345CBE53BADF40",
                "https://www.my424dna.com/?picc_data=0D91EC264309878BE6345CBE53BADF40&cmac=ECC1E7F6C6C73BF7"
            })
    void whatWasChangedIsRefused(String link) throws NfcException {
        SunMessage message = SunLink.parts(link);
        failed(ErrorKind.AUTHENTICATION_FAILED, () -> message.verify(ZERO_KEYS));
    }

    @Test
    void whatIsNoMessageIsMalformed() {
        failed(ErrorKind.MALFORMED_INPUT, () -> SunLink.parts("https://example.com/?page=2"));
        failed(ErrorKind.MALFORMED_INPUT, () -> SunLink.parts(LINK, "https://x.org/{mac}"));
    }

    @Test
    void lengthsAreChecked() {
        PiccData none = new PiccData(Optional.empty(), Optional.empty());
        Optional<Bytes> seven = Optional.of(Bytes.zeros(7));
        assertThrows(
                IllegalArgumentException.class,
                () -> new SunMessage(Optional.empty(), none, Optional.empty(), seven, List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new SunMessage(Optional.empty(), none, seven, Optional.empty(), List.of()));
    }

    private interface Deed {
        void run() throws NfcException;
    }

    private static void failed(ErrorKind kind, Deed deed) {
        assertEquals(kind, assertThrows(NfcException.class, deed::run).kind());
    }
}
