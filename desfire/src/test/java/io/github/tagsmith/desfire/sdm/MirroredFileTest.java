package io.github.tagsmith.desfire.sdm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.ndef.NdefMessage;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.AccessRight;
import io.github.tagsmith.desfire.model.SdmSettings;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole files: a card's view and a reader's check, and the offsets that a link with holes asks for. */
class MirroredFileTest {

    private static final AccessRight KEY_0 = new AccessRight(0);
    private static final AccessRight KEY_1 = new AccessRight(1);
    private static final AccessRight KEY_2 = new AccessRight(2);
    private static final SecretBytes ZERO_KEY = SecretBytes.of(Bytes.zeros(16));
    private static final Bytes UID = Bytes.fromHex("04958CAA5C5E80");

    private static SdmTemplate template(String link, SdmCipher cipher) {
        return SdmTemplate.of(link, cipher, KEY_2, KEY_1, KEY_1);
    }

    private static MirroredFile file(SdmSettings settings, SdmCipher cipher) {
        return new MirroredFile(settings, new SdmKeys(cipher, ZERO_KEY, SecretBytes.of(Bytes.repeat(16, 0x5A))));
    }

    private static RandomSource random() {
        return RandomSource.of(new Random(1));
    }

    /** The file and the offsets of AN12196, ChangeFileSettings of the NDEF file (ev2-mac-full.json, an12196-writedata-full-128). */
    @Test
    void offsetsOfAn12196() {
        SdmTemplate made = template("https://choose.url.com/ntag424?e={picc}&c={mac}", SdmCipher.AES);
        assertTrue(Bytes.fromHex(
                        "0051D1014D550463686F6F73652E75726C2E636F6D2F6E7461673432343F653D"
                                + "303030303030303030303030303030303030303030303030303030303030303026633D30303030303030303030303030303030")
                .equals(made.file()));
        assertEquals(Optional.of(0x20), made.settings().offsets().piccData());
        assertEquals(Optional.of(0x43), made.settings().offsets().macInput());
        assertEquals(Optional.of(0x43), made.settings().offsets().mac());
    }

    /** The message of AN12196 table 5, laid into a file at the places where its link has it. */
    @Test
    void messageOfAn12196() throws NfcException {
        SdmTemplate made =
                template("https://www.my424dna.com/?picc_data={picc}&enc={from}{enc:16}&cmac={mac}", SdmCipher.AES);
        String text = made.file().toText(StandardCharsets.ISO_8859_1);
        SdmSettings.Offsets offsets = made.settings().offsets();
        Bytes seen = Bytes.of(text.getBytes(StandardCharsets.ISO_8859_1))
                .with(offsets.piccData().orElseThrow(), ascii("FD91EC264309878BE6345CBE53BADF40"))
                .with(offsets.enciphered().orElseThrow().offset(), ascii("CEE9A53E3E463EF1F459635736738962"))
                .with(offsets.mac().orElseThrow(), ascii("ECC1E7F6C6C73BF6"));
        SdmReading reading =
                new MirroredFile(made.settings(), new SdmKeys(SdmCipher.AES, ZERO_KEY, ZERO_KEY)).read(seen);
        assertEquals(new PiccData(Optional.of(UID), Optional.of(8)), reading.picc());
        assertEquals(Optional.of(ascii("xxxxxxxxxxxxxxxx")), reading.data());
    }

    private static Bytes ascii(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @EnumSource
    void whatACardMirrorsIsRead(SdmCipher cipher) throws NfcException {
        SdmTemplate made = template("https://example.com/{from}?p={picc}&d={enc:32}&m={mac}", cipher);
        int data = made.settings().offsets().enciphered().orElseThrow().offset();
        Bytes secret = ascii("a message of thirty-two bytes ..");
        Bytes content = made.file().with(data, secret);
        Bytes seen = file(made.settings(), cipher).mirror(content, UID, 0x010203, random());
        assertEquals(content.length(), seen.length());
        NdefMessage.parse(seen.slice(2));
        SdmReading reading = file(made.settings(), cipher).read(seen);
        assertEquals(new PiccData(Optional.of(UID), Optional.of(0x010203)), reading.picc());
        assertEquals(Optional.of(secret), reading.data());
    }

    @ParameterizedTest
    @EnumSource
    void aChangedMessageIsRefused(SdmCipher cipher) {
        SdmTemplate made = template("https://example.com/{from}?u={uid}&n={ctr}&m={mac}", cipher);
        Bytes seen = file(made.settings(), cipher).mirror(made.file(), UID, 7, random());
        Bytes changed = seen.with(made.settings().offsets().readCounter().orElseThrow(), ascii("000008"));
        NfcException error = assertThrows(
                NfcException.class, () -> file(made.settings(), cipher).read(changed));
        assertEquals(ErrorKind.AUTHENTICATION_FAILED, error.kind());
    }

    @Test
    void aWrongMetaKeyIsNamed() {
        SdmTemplate made = template("https://example.com/?p={picc}&m={mac}", SdmCipher.AES);
        Bytes seen = file(made.settings(), SdmCipher.AES).mirror(made.file(), UID, 7, random());
        MirroredFile other = new MirroredFile(
                made.settings(), new SdmKeys(SdmCipher.AES, SecretBytes.of(Bytes.repeat(16, 9)), ZERO_KEY));
        NfcException error = assertThrows(NfcException.class, () -> other.read(seen));
        assertEquals(ErrorKind.AUTHENTICATION_FAILED, error.kind());
    }

    @Test
    void aShortMessageIsMalformed() {
        SdmTemplate made = template("https://example.com/?p={picc}&m={mac}", SdmCipher.AES);
        MirroredFile file = file(made.settings(), SdmCipher.AES);
        Bytes seen = file.mirror(made.file(), UID, 7, random());
        for (int length = 0; length < seen.length(); length++) {
            Bytes cut = seen.slice(0, length);
            NfcException error = assertThrows(NfcException.class, () -> file.read(cut));
            assertEquals(ErrorKind.MALFORMED_INPUT, error.kind());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/?p={picc}&u={uid}",
                "https://example.com/?p={picc}&d={enc:16}",
                "https://example.com/?d={enc:15}&m={mac}",
                "https://example.com/?d={enc}&m={mac}",
                "https://example.com/?m={mac}{from}",
                "https://example.com/?m={mac}&m={mac}",
                "https://example.com/?x={other}"
            })
    void aLinkThatNoCardCanFill(String link) {
        assertThrows(IllegalArgumentException.class, () -> SdmTemplate.of(link, SdmCipher.AES, KEY_0, KEY_0, KEY_0));
    }
}
