package io.github.tagsmith.desfire.sdm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.Vector;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mirrors against sdm.json and sdm-lrp.json (AN12196, and messages of real tags in public repositories). */
class SdmVectorTest {

    static Stream<Vector> mirrors() {
        return Stream.concat(Vector.of("sdm.json", "sdm_aes"), Vector.of("sdm-lrp.json", "sdm_lrp"));
    }

    private static SdmCipher cipher(Vector vector) {
        return vector.operation().equals("sdm_lrp") ? SdmCipher.LRP : SdmCipher.AES;
    }

    private static PiccData picc(Vector vector) throws NfcException {
        if (vector.hasInput("picc_enc_data")) {
            return PiccData.decipher(
                    cipher(vector), SecretBytes.of(vector.bytes("sdm_meta_read_key")), vector.bytes("picc_enc_data"));
        }
        return new PiccData(Optional.of(vector.bytes("uid")), Optional.of((int)
                vector.bytes("sdm_read_ctr_lsb_first").toUnsignedLittleEndian()));
    }

    @ParameterizedTest
    @MethodSource("mirrors")
    void mirror(Vector vector) throws NfcException {
        PiccData picc = picc(vector);
        int checked = 0;
        if (vector.expects("uid")) {
            assertEquals(Optional.of(vector.expectedBytes("uid")), picc.uid());
            checked++;
        }
        if (vector.expects("sdm_read_ctr")) {
            assertEquals(Optional.of(((Number) vector.expected("sdm_read_ctr")).intValue()), picc.readCounter());
            checked++;
        }
        if (vector.hasInput("sdm_file_read_key")) {
            SdmSession session = SdmSession.of(cipher(vector), SecretBytes.of(vector.bytes("sdm_file_read_key")), picc);
            if (vector.hasInput("mac_input_ascii")) {
                Bytes text = Bytes.of(vector.text("mac_input_ascii").getBytes(StandardCharsets.US_ASCII));
                assertEquals(vector.expectedBytes("sdm_mac"), session.mac(text));
                checked++;
            }
            if (vector.hasInput("enc_file_data")) {
                Bytes clear = vector.expectedBytes("file_data");
                assertEquals(clear, session.decipher(vector.bytes("enc_file_data")));
                assertEquals(vector.bytes("enc_file_data"), session.encipher(clear));
                checked++;
            }
        }
        assertEquals(true, checked > 0, "nothing in " + vector + " was checked");
    }
}
