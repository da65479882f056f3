package io.github.tagsmith.desfire.tmac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.desfire.Vector;
import io.github.tagsmith.desfire.command.Chaining;
import io.github.tagsmith.desfire.command.Credit;
import io.github.tagsmith.desfire.command.GetValue;
import io.github.tagsmith.desfire.command.WriteData;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.FileNo;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Transaction MACs against tmac.json (Proxmark3 and desfire-sdk; no real card with its key is public). */
class TransactionVectorTest {

    /** Key, UID and counter whose session keys the value and reader identifier of desfire-sdk belong to. */
    private static final TransactionSession SESSION = new TransactionSession(
            SecretBytes.of(Bytes.fromHex("00112233445566778899AABBCCDDEEFF")), 1, Bytes.fromHex("04782E21801D80"));

    static Stream<Vector> keys() {
        return Vector.of("tmac.json", "tmac_session_keys");
    }

    static Stream<Vector> values() {
        return Vector.of("tmac.json", "tmac_value");
    }

    static Stream<Vector> readerIds() {
        return Vector.of("tmac.json", "tmac_reader_id");
    }

    /** The keys do not leave the session: what they do is compared with what the published keys do. */
    @ParameterizedTest
    @MethodSource("keys")
    void sessionKeys(Vector vector) {
        TransactionSession session = new TransactionSession(
                SecretBytes.of(vector.bytes("app_transaction_mac_key")),
                Integer.toUnsignedLong(vector.number("tmc_plus_1")),
                vector.bytes("uid"));
        Bytes message = Bytes.repeat(32, 0x3D);
        assertEquals(
                new Cmac(BlockCipher.aes(vector.expectedBytes("k_ses_tm_mac"))).truncated(message),
                session.value(new TransactionInput(message)));
        Bytes block = Bytes.repeat(16, 0x77);
        assertEquals(
                BlockCipher.aes(vector.expectedBytes("k_ses_tm_enc")).decipher(block), session.previousReaderId(block));
    }

    @ParameterizedTest
    @MethodSource("values")
    void value(Vector vector) {
        TransactionInput input = new TransactionInput(vector.bytes("tmi"));
        Bytes value = vector.expectedBytes("tmv");
        assertEquals(value, SESSION.value(input));
        assertTrue(SESSION.verify(input, value));
        assertFalse(SESSION.verify(input, value.with(7, Bytes.of(value.get(7) ^ 1))));
    }

    @ParameterizedTest
    @MethodSource("readerIds")
    void readerId(Vector vector) {
        assertEquals(vector.expectedBytes("reader_id"), SESSION.previousReaderId(vector.bytes("enc_tmri")));
    }

    /** The layout of MF2DLHX0 section 10.3; stated only. */
    @Test
    void input() {
        TransactionInput input = TransactionInput.EMPTY
                .plus(new GetValue(new FileNo(1), CommMode.PLAIN))
                .plus(new WriteData(new FileNo(2), 0, Bytes.fromHex("102030"), CommMode.PLAIN, Chaining.NATIVE))
                .plus(new Credit(new FileNo(3), 10, CommMode.PLAIN));
        assertEquals(
                Bytes.fromHex("3D020000000300000000000000000000" + "10203000000000000000000000000000"
                        + "0C030A00000000000000000000000000"),
                input.bytes());
    }
}
