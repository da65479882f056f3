package io.github.tagsmith.desfire.picc.sm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.testing.Json;
import io.github.tagsmith.desfire.Vector;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.DesKeyBits;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the vectors say, in the words of the card. */
final class CardVectors {

    private static final int DES_KEY = 16;
    private static final int HEADER_OF_COMMAND_APDU = 5;

    private CardVectors() {}

    static KeyAlgorithm algorithm(String keyType) {
        return switch (keyType) {
            case "DES" -> KeyAlgorithm.DES;
            case "2TDEA" -> KeyAlgorithm.TDEA_2;
            case "3TDEA" -> KeyAlgorithm.TDEA_3;
            case "AES" -> KeyAlgorithm.AES;
            default -> throw new IllegalArgumentException(keyType);
        };
    }

    /** A key; a DES key of sixteen bytes is kept as the card keeps it. */
    static DesfireKey key(String keyType, Bytes value) {
        KeyAlgorithm algorithm = algorithm(keyType);
        return DesfireKey.of(
                algorithm == KeyAlgorithm.DES && value.length() == DES_KEY ? KeyAlgorithm.TDEA_2 : algorithm, value);
    }

    static DesfireKey key(Vector vector) {
        return key(vector.text("key_type"), vector.bytes("key"));
    }

    /** The cipher under a session key. */
    static BlockCipher cipher(String name, Bytes key) {
        return name.startsWith("AES") ? BlockCipher.aes(key) : BlockCipher.des(key);
    }

    /** Both ciphers have the same key. */
    static void assertSameKey(BlockCipher expected, BlockCipher cipher) {
        Bytes block = Bytes.repeat(expected.blockSize(), 0x5C);
        assertEquals(expected.apply(block), cipher.apply(block));
    }

    static Instruction instruction(Vector vector) {
        return Instruction.of(vector.bytes("cmd").get(0)).orElseThrow();
    }

    static Vector step(Vector vector) {
        return step(Json.object(vector.inputs(), "step"));
    }

    static List<Vector> steps(Vector vector) {
        return Json.objects(vector.inputs(), "steps").stream()
                .map(CardVectors::step)
                .toList();
    }

    private static Vector step(Map<String, Object> step) {
        return new Vector(Map.of("name", step.get("name"), "op", "step", "inputs", step));
    }

    /** The data field of a wrapped command. */
    static Bytes payloadOfCommand(Bytes apdu) {
        return apdu.length() == HEADER_OF_COMMAND_APDU
                ? Bytes.EMPTY
                : apdu.slice(HEADER_OF_COMMAND_APDU, HEADER_OF_COMMAND_APDU + apdu.get(HEADER_OF_COMMAND_APDU - 1));
    }

    /** A communication mode by its name in the vectors. */
    static CommMode mode(Vector vector, String input) {
        return CommMode.valueOf(vector.text(input).toUpperCase(Locale.ROOT));
    }

    /** The version of a changed key: sent with an AES key, in the bits of a DES key whatever the source calls it. */
    static void assertVersion(Vector change, DesfireKey changed) {
        int version = changed.algorithm() == KeyAlgorithm.AES
                ? change.bytes("new_key_version").get(0)
                : DesKeyBits.version(change.bytes("new_key"));
        assertEquals(version, changed.version().value(), change::toString);
    }
}
