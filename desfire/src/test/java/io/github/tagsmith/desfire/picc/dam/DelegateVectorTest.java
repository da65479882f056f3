package io.github.tagsmith.desfire.picc.dam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.Vector;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.picc.sm.Refusal;
import org.junit.jupiter.api.Test;

/** dam.json: the approval that its creation command carries, and the key in it. */
class DelegateVectorTest {

    private static final Vector ENC_K =
            Vector.of("dam.json", "dam_enc_key").findFirst().orElseThrow();
    private static final Vector MAC =
            Vector.of("dam.json", "dam_mac").findFirst().orElseThrow();
    private static final Delegate DELEGATE = new Delegate(
            DesfireKey.of(KeyAlgorithm.AES, MAC.bytes("dam_mac_key")),
            DesfireKey.of(KeyAlgorithm.AES, ENC_K.bytes("dam_enc_key")));
    private static final Bytes ENCIPHERED = ENC_K.expectedBytes("enc_k");
    private static final Bytes MESSAGE = MAC.bytes("message");
    private static final Bytes PARAMETERS = MESSAGE.slice(1, MESSAGE.length() - Delegate.ENC_K_LENGTH);

    @Test
    void theApprovalIsChecked() throws Refusal {
        assertEquals(ENCIPHERED, MESSAGE.slice(MESSAGE.length() - Delegate.ENC_K_LENGTH));
        DELEGATE.check(PARAMETERS, ENCIPHERED, MAC.expectedBytes("dam_mac"));
        Bytes others = PARAMETERS.with(0, Bytes.of(0x13));
        Refusal refusal =
                assertThrows(Refusal.class, () -> DELEGATE.check(others, ENCIPHERED, MAC.expectedBytes("dam_mac")));
        assertEquals(DesfireStatus.INTEGRITY_ERROR, refusal.status());
    }

    @Test
    void theFirstKey() {
        DesfireKey key = DELEGATE.firstKey(KeyAlgorithm.AES, ENCIPHERED);
        assertEquals(ENC_K.bytes("default_key"), key.value().reveal());
        assertEquals(ENC_K.bytes("default_key_version").get(0), key.version().value());
    }

    /** The published key is zeros, which a wrong place would give, too; this one is not. */
    @Test
    void theFirstKeyStandsBehindSevenBytes() {
        Bytes key = Bytes.fromHex("0102030405060708090A0B0C0D0E0F101112131415161718");
        Bytes clear = Bytes.concat(Bytes.repeat(7, 0xEE), key, Bytes.of(0x42));
        Bytes encK = DELEGATE.encKey().cipher().encipherCbc(Bytes.zeros(16), clear);
        assertEquals(key, DELEGATE.firstKey(KeyAlgorithm.TDEA_3, encK).value().reveal());
        assertEquals(
                key.slice(0, 16),
                DELEGATE.firstKey(KeyAlgorithm.AES, encK).value().reveal());
        assertEquals(
                0x42, DELEGATE.firstKey(KeyAlgorithm.TDEA_3, encK).version().value());
    }
}
