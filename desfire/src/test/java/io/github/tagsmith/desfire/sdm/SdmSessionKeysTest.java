package io.github.tagsmith.desfire.sdm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.desfire.Vector;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.Cmac;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Session keys of one read, which AN12196 table 1 prints; they are seen through what the session does with them. */
class SdmSessionKeysTest {

    static Stream<Vector> keys() {
        return Vector.of("sdm.json", "sdm_session_keys_aes");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void keysOfOneRead(Vector vector) {
        Bytes counter = vector.bytes("sdm_read_ctr_lsb_first");
        PiccData picc =
                new PiccData(Optional.of(vector.bytes("uid")), Optional.of((int) counter.toUnsignedLittleEndian()));
        SdmSession session = SdmSession.of(SdmCipher.AES, SecretBytes.of(vector.bytes("sdm_file_read_key")), picc);
        Bytes text = Bytes.fromHex("41424344");
        Cmac mac = new Cmac(BlockCipher.aes(vector.expectedBytes("k_ses_mac")));
        assertEquals(mac.truncated(text), session.mac(text));
        BlockCipher cipher = BlockCipher.aes(vector.expectedBytes("k_ses_enc"));
        Bytes block = Bytes.repeat(16, 0x5A);
        Bytes iv = cipher.apply(counter.plus(Bytes.zeros(13)));
        assertEquals(cipher.encipherCbc(iv, block), session.encipher(block));
    }
}
