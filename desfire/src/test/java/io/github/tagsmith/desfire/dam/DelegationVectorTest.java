package io.github.tagsmith.desfire.dam;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.desfire.Vector;
import io.github.tagsmith.desfire.command.ApplicationParameters;
import io.github.tagsmith.desfire.command.CreateDelegatedApplication;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.ApplicationKeys;
import io.github.tagsmith.desfire.model.DelegatedSlot;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeySettings;
import io.github.tagsmith.desfire.model.KeyVersion;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Delegated applications against dam.json (desfire-sdk after AN12696; not from a card). */
class DelegationVectorTest {

    private static final SecretBytes ZERO = SecretBytes.of(Bytes.zeros(16));

    static Stream<Vector> macs() {
        return Vector.of("dam.json", "dam_mac");
    }

    static Stream<Vector> keys() {
        return Vector.of("dam.json", "dam_enc_key");
    }

    @ParameterizedTest
    @MethodSource("macs")
    void mac(Vector vector) {
        DelegationKeys keys = new DelegationKeys(ZERO, SecretBytes.of(vector.bytes("dam_mac_key")));
        assertEquals(vector.expectedBytes("dam_mac"), keys.mac(vector.bytes("message")));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void encipheredKey(Vector vector) {
        DelegationKeys keys = new DelegationKeys(SecretBytes.of(vector.bytes("dam_enc_key")), ZERO);
        DesfireKey key = new DesfireKey(
                KeyAlgorithm.AES,
                SecretBytes.of(vector.bytes("default_key")),
                new KeyVersion(vector.bytes("default_key_version").get(0)));
        assertEquals(vector.expectedBytes("enc_k"), keys.encipher(key, length -> vector.bytes("random")));
    }

    /** Both together give the message that desfire-sdk-mac-create covers. */
    @Test
    void creation() {
        Vector cryptogram = keys().findFirst().orElseThrow();
        Vector signed = macs().filter(v -> v.toString().equals("desfire-sdk-mac-create"))
                .findFirst()
                .orElseThrow();
        DelegationKeys keys = new DelegationKeys(
                SecretBytes.of(cryptogram.bytes("dam_enc_key")), SecretBytes.of(signed.bytes("dam_mac_key")));
        CreateDelegatedApplication made = keys.creation(
                ApplicationParameters.of(
                        Aid.of("563412"), ApplicationKeys.of(new KeySettings(0xEF), 1, KeyAlgorithm.AES)),
                new DelegatedSlot(0, 0, 0x40),
                DesfireKey.zero(KeyAlgorithm.AES),
                length -> cryptogram.bytes("random"));
        assertEquals(signed.expectedBytes("dam_mac"), made.damMac());
        assertEquals(
                signed.bytes("message"),
                Bytes.of(made.instruction().code()).plus(made.header()).plus(made.encryptedKey()));
    }
}
