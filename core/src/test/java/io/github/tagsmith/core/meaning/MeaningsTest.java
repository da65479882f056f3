package io.github.tagsmith.core.meaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.bytes.Bytes;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms of the reader families: dialects.conf and peers.md part 1b; DESFire: the project's page, sections 1 and 8. */
class MeaningsTest {

    @ParameterizedTest
    @CsvSource({
        "FF8800046101, pcsc.authenticate-2.01 block=4 keyType=B keyNumber=1",
        "FFB1000604, acr122.read-value block=6",
        "FFB1000200, identiv.read-sector sector=2",
        "FFD70006020307, acr122.restore-value block=6 target=7",
        "FFD8000604E8030000, omnikey.decrement-value block=6 value=1000",
        "FFD4000604E8030000, omnikey.increment-value block=6 value=1000",
        "FFF0000606C006E8030000, identiv.value-operation operation=C0 block=6 value=1000",
        "FFF5C10604E8030000, springcard.value-operation operation=increment block=6 value=1000",
        "FFC200030BA009800106810401000000, pcsc.increment-value block=6 value=1",
        "FFC200030BA109800106810401000000, pcsc.decrement-value block=6 value=1",
        "FFCA020000, feitian.get-sak",
        "FF00400D0401010301, acr122.led-buzzer ledState=0D t1=1 t2=1 repeat=3 buzzerLink=1",
        "90FBCCCC0704112233445566, magic.set-uid uid=04112233445566",
        "8050000008010203040506070800, globalplatform.initialize-update keyVersion=00 challenge=0102030405060708",
        "00B0810000, iso7816.read-binary shortFile=1 offset=0 le=256",
        "00B09F8010, iso7816.read-binary shortFile=31 offset=128 le=16",
        "00B0010000, iso7816.read-binary offset=256 le=256",
        "00D6820502AABB, iso7816.update-binary shortFile=2 offset=5 data=AABB",
        "00D6010502AABB, iso7816.update-binary offset=261 data=AABB",
        "00D0900002AABB, iso7816.write-binary shortFile=16 offset=0 data=AABB",
        "000E8100, iso7816.erase-binary shortFile=1 offset=0",
        "00A4000C02E104, iso7816.select by=file-id value=E104 known=NDEF-file",
        "90BD0000070100000060000000, desfire.ReadData file=1 offset=0 length=96",
        "90CD0000070103301220000000, 'desfire.CreateStdDataFile file=1 comm=03 rights=1,2,3,0 size=32'",
        "905A00000356341200, desfire.SelectApplication aid=123456",
        // without wrapping
        "60, desfire.GetVersion",
        "5A563412, desfire.SelectApplication aid=123456",
        "BD01000000600000, desfire.ReadData file=1 offset=0 length=96",
        "0A00, desfire.Authenticate key=0",
        "0C03E8030000, desfire.Credit file=3 amount=1000",
    })
    void aCommandHasItsNameAndParameters(String command, String text) {
        assertEquals(
                text,
                Meanings.of(Bytes.fromHex(command), Optional.empty())
                        .orElseThrow()
                        .commandText());
    }

    @ParameterizedTest
    @CsvSource({
        "00B0000000, 6110, more-data-16",
        "00B0000000, 6C2D, wrong-le-45",
        "0020008008313233343536FFFF, 63C2, retries-2",
        "00B0000000, 9999, sw-9999",
        "906A000000, 91AE, AUTHENTICATION_ERROR",
        "906A000000, 9133, STATUS_33",
        "6A, AE, AUTHENTICATION_ERROR",
        "6A, 00010203, OPERATION_OK data=010203",
        "FF00400D0401010301, 9002, ok",
        "FF00480000, 41435231323255, ok version=ACR122U",
        "FF00480000, 6A81, function-not-supported",
    })
    void anAnswerHasItsStatusAndResult(String command, String answer, String text) {
        assertEquals(
                text,
                Meanings.of(Bytes.fromHex(command), Optional.of(Bytes.fromHex(answer)))
                        .orElseThrow()
                        .answerText());
    }

    @Test
    void whatIsShorterThanAHeaderAndNoNativeCommandHasNoMeaning() {
        assertEquals(Optional.empty(), Meanings.of(Bytes.fromHex("00A4"), Optional.empty()));
        assertEquals(Optional.empty(), Meanings.of(Bytes.EMPTY, Optional.empty()));
    }

    @Test
    void everyStatusOfTheDesfirePageIsKnown() {
        // desfire.md section 2
        int[] codes = {
            0x00, 0x0C, 0x0E, 0x1C, 0x1E, 0x40, 0x7E, 0x90, 0x9D, 0x9E, 0xAD, 0xF0, 0xA0, 0xA1, 0xAE, 0xAF, 0xBE, 0xC1,
            0xCA, 0xCD, 0xCE, 0xDE, 0xEE, 0xF1
        };
        for (int code : codes) {
            StatusText status = StatusText.of(new StatusWord(0x9100 | code));
            assertTrue(!status.text().isEmpty() && !status.name().startsWith("STATUS_"), status.toString());
        }
    }

    @Test
    void theVaryingPartOfAStatusWordStandsInItsAdvice() {
        assertEquals(
                "send the same command with Le 2D",
                StatusText.of(new StatusWord(0x6C2D)).remedies().get(0));
        assertTrue(StatusText.of(new StatusWord(0x63C2)).causes().get(0).contains("2 tries are left"));
    }

    @Test
    void noBytesWhateverBringAnythingButAMeaning() {
        SplittableRandom random = new SplittableRandom(7);
        int[] classes = {0x00, 0x80, 0x90, 0xFF, 0xE0};
        int meant = 0;
        for (int i = 0; i < 200_000; i++) {
            Bytes command = bytes(random, random.nextInt(24));
            if (!command.isEmpty() && random.nextBoolean()) {
                command = command.with(0, Bytes.of(classes[random.nextInt(classes.length)]));
            }
            Optional<Bytes> answer =
                    random.nextBoolean() ? Optional.empty() : Optional.of(bytes(random, random.nextInt(40)));
            Secrets secrets = Secrets.of(command, answer);
            meant += Meanings.of(secrets).map(Meaning::commandText).orElse("").isEmpty() ? 0 : 1;
            assertEquals(command, secrets.command().value());
        }
        assertTrue(meant > 100_000, "only " + meant);
    }

    private static Bytes bytes(SplittableRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }
}
