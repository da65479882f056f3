package io.github.tagsmith.desfire.picc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.model.CardGeneration;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Authentication by ISO 7816-4 commands. The reader's side is spelled out here, after liblogicalaccess
 * (desfireev1iso7816commands.cpp); no recorded exchange with a known key is public.
 */
class IsoAuthenticationTest {

    private static final String OK = "9000";

    private static Reader withApplication(String keys) {
        return Reader.of(CardGeneration.EV1)
                .expect("CA0100000F" + keys, "00")
                .expect("5A010000", "00")
                .expect("CD00000000200000", "00");
    }

    private static Bytes data(String answer, String status) {
        Bytes bytes = Bytes.fromHex(answer);
        assertEquals(status, bytes.slice(bytes.length() - 2).toHex());
        return bytes.slice(0, bytes.length() - 2);
    }

    private static String wrapped(String head, Bytes data) {
        return head + Bytes.of(data.length()) + data;
    }

    @ParameterizedTest
    @CsvSource({"02, 02, TDEA_2, 8", "42, 04, TDEA_3, 16", "82, 09, AES, 16", "82, 00, AES, 16"})
    void mutual(String keys, String algorithm, KeyAlgorithm of, int length) {
        Reader reader = withApplication(keys).expect("9051000000", "91AE");
        BlockCipher cipher = of.cipher(Bytes.zeros(of.keyLength()));
        Bytes zero = Bytes.zeros(cipher.blockSize());
        Bytes challenge = data(reader.send("00840000" + Bytes.of(length)), OK);
        assertEquals(length, challenge.length());
        Bytes rndPcd = Bytes.repeat(length, 0x5A);
        Bytes token = cipher.encipherCbc(zero, rndPcd.plus(challenge));
        reader.expect(wrapped("0082" + algorithm + "81", token), OK);
        Bytes rndPcd2 = Bytes.repeat(length, 0xC3);
        Bytes proof = data(reader.send(wrapped("0088" + algorithm + "81", rndPcd2) + Bytes.of(2 * length)), OK);
        Bytes clear = cipher.decipherCbc(token.slice(token.length() - cipher.blockSize()), proof);
        assertEquals(rndPcd2, clear.slice(length));
        int mac = 8;
        assertEquals(
                mac + 2,
                Bytes.fromHex(reader.send("9064000001 01 00".replace(" ", ""))).length() - 1);
    }

    /** Every way to be refused; the last good word is never reached. */
    @Test
    void outOfTurn() {
        Bytes zeros = Bytes.zeros(16);
        withApplication("82")
                .expect(wrapped("00820981", Bytes.zeros(32)), "6985")
                .expect(wrapped("00880981", zeros) + "20", "6D00")
                .expect("0084000005", "6700")
                .expect("0084010008", "6A86")
                .expect("00840000", "6700");
        Reader reader = withApplication("82");
        data(reader.send("0084000008"), OK);
        reader.expect(wrapped("00820981", Bytes.zeros(32)), "6985");
        data(reader.send("0084000010"), OK);
        reader.expect(wrapped("00820981", zeros), "6700");
        data(reader.send("0084000010"), OK);
        reader.expect(wrapped("00820981", Bytes.zeros(32)) + "00", "6700");
        data(reader.send("0084000010"), OK);
        reader.expect(wrapped("00820281", Bytes.zeros(32)), "6A86");
        data(reader.send("0084000010"), OK);
        reader.expect(wrapped("0082098F", Bytes.zeros(32)), "6A86");
        data(reader.send("0084000010"), OK);
        reader.expect(wrapped("00820900", Bytes.zeros(32)), "6A86");
        data(reader.send("0084000010"), OK);
        reader.expect(wrapped("00820981", Bytes.zeros(32)), "6982");
        data(reader.send("0084000010"), OK);
        reader.expect("6F", "00 00").expect(wrapped("00820981", Bytes.zeros(32)), "6985");
    }

    /** Le 00 asks for as many bytes as the master key's nonces have: 8 with a new card, as a user saw it. */
    @Test
    void theChallengeOfAnyLength() {
        assertEquals(
                8, data(Reader.of(CardGeneration.EV1).send("0084000000"), OK).length());
        assertEquals(16, data(withApplication("82").send("0084000000"), OK).length());
    }

    @Test
    void cardsWithFixedFilesDoNotKnowIt() {
        Reader.of(CardGeneration.LIGHT).expect("0084000010", "6D00");
    }
}
