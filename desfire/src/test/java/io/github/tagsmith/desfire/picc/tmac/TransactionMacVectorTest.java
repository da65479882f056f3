package io.github.tagsmith.desfire.picc.tmac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.Vector;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys, value and reader identifier of tmac.json; the layout of the input as MF2DLHX0 section 10.3.4 states it. */
class TransactionMacVectorTest {

    private static final Bytes UID = Bytes.fromHex("04782E21801D80");
    private static final Bytes READER = Bytes.fromHex("00112233445566778899AABBCCDDEEFF");

    static Stream<Vector> keys() {
        return Vector.of("tmac.json", "tmac_session_keys");
    }

    private static Vector only(String operation) {
        return Vector.of("tmac.json", operation).findFirst().orElseThrow();
    }

    /** The keys that three of the vectors share. */
    private static TransactionKeys firstTransaction() {
        return TransactionKeys.of(DesfireKey.of(KeyAlgorithm.AES, READER), 0, UID);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void derivesKeys(Vector vector) {
        DesfireKey key = DesfireKey.of(KeyAlgorithm.AES, vector.bytes("app_transaction_mac_key"));
        long next = ((Number) Objects.requireNonNull(vector.inputs().get("tmc_plus_1"))).longValue();
        TransactionKeys keys = TransactionKeys.of(key, next - 1, vector.bytes("uid"));
        assertEquals(
                BlockCipher.aes(vector.expectedBytes("k_ses_tm_enc")).apply(READER), keys.encipheredReaderId(READER));
        TransactionInput input = new TransactionInput(READER, Optional.empty());
        assertEquals(
                new Cmac(BlockCipher.aes(vector.expectedBytes("k_ses_tm_mac"))).truncated(READER), keys.value(input));
    }

    @Test
    void value() {
        Vector vector = only("tmac_value");
        TransactionInput input = new TransactionInput(vector.bytes("tmi"), Optional.empty());
        assertEquals(vector.expectedBytes("tmv"), firstTransaction().value(input));
    }

    @Test
    void readerId() {
        Vector vector = only("tmac_reader_id");
        assertEquals(
                vector.bytes("enc_tmri"), firstTransaction().encipheredReaderId(vector.expectedBytes("reader_id")));
    }

    @Test
    void everyPartIsWholeBlocks() {
        Bytes data = Bytes.fromHex("102030");
        Bytes place = Bytes.fromHex("02000000030000");
        TransactionInput written = TransactionInput.EMPTY.plus(Instruction.WRITE_DATA, place, data);
        assertEquals(
                Bytes.fromHex("3D020000000300000000000000000000" + "10203000000000000000000000000000"),
                written.bytes());
        TransactionInput debited = written.plus(Instruction.DEBIT, Bytes.fromHex("0105000000"), Bytes.EMPTY);
        assertEquals(written.bytes().plus(Bytes.fromHex("DC010500000000000000000000000000")), debited.bytes());
        assertEquals(Optional.empty(), debited.readerId());
        assertFalse(debited.isEmpty());
        assertTrue(TransactionInput.EMPTY.isEmpty());
    }

    @Test
    void aReaderIsPartOfTheInput() {
        Bytes answer = Bytes.repeat(16, 0x77);
        TransactionInput committed = TransactionInput.EMPTY.committedBy(READER, answer);
        assertEquals(Bytes.concat(Bytes.of(0xC8), READER, answer, Bytes.zeros(15)), committed.bytes());
        assertEquals(Optional.of(READER), committed.readerId());
        assertEquals(
                32,
                TransactionInput.EMPTY.committedBy(READER, Bytes.EMPTY).bytes().length());
    }
}
