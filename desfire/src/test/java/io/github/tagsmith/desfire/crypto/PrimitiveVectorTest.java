package io.github.tagsmith.desfire.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.CrcA;
import io.github.tagsmith.desfire.Vector;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The primitives against cmac.json, crc.json, des-key-version.json, an10922.json and the single blocks of three files. */
class PrimitiveVectorTest {

    static Stream<Vector> cmacs() {
        return Vector.of("cmac.json", "cmac");
    }

    static Stream<Vector> checksums() {
        return Vector.of("crc.json", "crc16", "crc32", "crc_a");
    }

    static Stream<Vector> frames() {
        return Vector.of("crc.json", "crc_a_frame");
    }

    static Stream<Vector> blocks() {
        return Stream.of("d40-auth-session-key.json", "d40-mac-crypt.json", "ev2-mac-full.json")
                .flatMap(file -> Vector.of(file, "block"));
    }

    static Stream<Vector> versions() {
        return Vector.of("des-key-version.json", "des_key_version");
    }

    static Stream<Vector> diversified() {
        return Vector.of("an10922.json", "an10922");
    }

    private static BlockCipher cipher(Vector vector) {
        Bytes key = vector.bytes("key");
        return vector.text("cipher").startsWith("AES") ? BlockCipher.aes(key) : BlockCipher.des(key);
    }

    @ParameterizedTest
    @MethodSource("cmacs")
    void cmac(Vector vector) {
        Cmac cmac = new Cmac(cipher(vector));
        assertTrue(vector.expects("mac") || vector.expects("subkey1"));
        if (vector.expects("mac")) {
            assertEquals(vector.expectedBytes("mac"), cmac.of(vector.bytes("message")));
        }
        if (vector.expects("subkey1")) {
            assertEquals(vector.expectedBytes("subkey1"), cmac.subkey1());
        }
        if (vector.expects("subkey2")) {
            assertEquals(vector.expectedBytes("subkey2"), cmac.subkey2());
        }
    }

    @ParameterizedTest
    @MethodSource("checksums")
    void checksum(Vector vector) {
        Bytes data = vector.bytes("data");
        Bytes crc = vector.operation().equals("crc32") ? Crc32.of(data) : CrcA.of(data);
        assertEquals(vector.expectedBytes("crc_le"), crc);
    }

    @ParameterizedTest
    @MethodSource("frames")
    void frame(Vector vector) {
        assertEquals(vector.expected().get("crc_ok"), CrcA.isRight(vector.bytes("frame")));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void chaining(Vector vector) {
        BlockCipher cipher = cipher(vector);
        Bytes iv = vector.bytes("iv");
        Bytes input = vector.bytes("input");
        Bytes output = vector.expectedBytes("output");
        switch (vector.text("function")) {
            case "cbc_enc" -> {
                assertEquals(output, cipher.encipherCbc(iv, input));
                assertEquals(input, cipher.decipherCbc(iv, output));
            }
            case "cbc_dec" -> {
                assertEquals(output, cipher.decipherCbc(iv, input));
                assertEquals(input, cipher.encipherCbc(iv, output));
            }
            case "dcbc_send" -> {
                assertEquals(output, cipher.decipherToSend(iv, input));
                assertEquals(input, cipher.encipherReceived(iv, output));
            }
            default -> throw new IllegalArgumentException(vector.text("function"));
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void keyVersion(Vector vector) {
        Bytes key = vector.bytes("key");
        int version = vector.expectedBytes("version").get(0);
        assertEquals(version, DesKeyBits.version(key));
        assertEquals(version, DesKeyBits.version(DesKeyBits.withVersion(key, version)));
        assertEquals(0, DesKeyBits.version(DesKeyBits.cleared(key)));
    }

    @ParameterizedTest
    @MethodSource("diversified")
    void diversifiedKey(Vector vector) {
        An10922 algorithm = switch (vector.text("key_type")) {
            case "AES128" -> An10922.AES_128;
            case "AES192" -> An10922.AES_192;
            case "AES256" -> An10922.AES_256;
            case "2TDEA" -> An10922.TDEA_2;
            case "3TDEA" -> An10922.TDEA_3;
            default -> throw new IllegalArgumentException(vector.text("key_type"));
        };
        Bytes derived = algorithm.diversify(vector.bytes("key"), vector.bytes("div_input"));
        if (vector.hasInput("variant")) {
            assertNotEquals(vector.expectedBytes("derived_key"), derived);
            assertEquals(
                    vector.expectedBytes("derived_key"),
                    algorithm.diversify(vector.bytes("key"), vector.bytes("div_input"), DiversificationForm.ONE_BLOCK));
        } else {
            assertEquals(vector.expectedBytes("derived_key"), derived);
        }
        if (vector.expects("derived_key_with_version")) {
            assertEquals(
                    vector.expectedBytes("derived_key_with_version"),
                    algorithm.diversify(
                            vector.bytes("key"), vector.bytes("div_input"), DiversificationForm.VERSION_BITS));
        }
        assertTrue(algorithm.maxInput() >= vector.bytes("div_input").length());
    }
}
