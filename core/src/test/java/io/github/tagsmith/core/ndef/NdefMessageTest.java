package io.github.tagsmith.core.ndef;

import static io.github.tagsmith.core.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NdefMessageTest {

    private static final Bytes SHORT_PAYLOAD = Bytes.repeat(255, 0x5A);
    private static final Bytes LONG_PAYLOAD = Bytes.repeat(256, 0x5A);

    @Test
    void chunksAreJoinedIntoOneRecord() throws Exception {
        Bytes message = Bytes.fromHex("BA 03 02 01 612F62 6B 0061" + "36 00 03 626364" + "56 00 00");
        NdefRecord record = NdefMessage.parse(message).records().get(0);
        assertEquals(Tnf.MEDIA_TYPE, record.tnf());
        assertEquals("a/b", record.typeText());
        assertEquals(Bytes.of('k'), record.id());
        assertEquals(Bytes.fromHex("0061626364"), record.payload());
    }

    @Test
    void aRecordAfterAChunkedOneStandsOnItsOwn() throws Exception {
        NdefMessage message = NdefMessage.parse(Bytes.fromHex("B2 01 01 61 11" + "16 00 01 22" + "51 01 01 55 00"));
        assertEquals(2, message.records().size());
        assertEquals(Bytes.fromHex("1122"), message.records().get(0).payload());
        assertTrue(message.records().get(1).isWellKnown("U"));
    }

    @Test
    void aLongRecordWithALittlePayloadIsAccepted() throws Exception {
        NdefRecord record = NdefMessage.parse(Bytes.fromHex("C1 01 00000002 55 04 61"))
                .records()
                .get(0);
        assertEquals(Bytes.fromHex("0461"), record.payload());
    }

    @Test
    void anIdentifierOfNoLengthIsAcceptedAndLeftOutAgain() throws Exception {
        NdefMessage message = NdefMessage.parse(Bytes.fromHex("D9 01 01 00 55 00"));
        assertEquals(Bytes.EMPTY, message.records().get(0).id());
        assertEquals(Bytes.fromHex("D1 01 01 55 00"), message.encode());
    }

    @Test
    void theEmptyRecordIsThreeBytes() throws Exception {
        NdefMessage message = NdefMessage.parse(Bytes.fromHex("D00000"));
        assertEquals(Tnf.EMPTY, message.records().get(0).tnf());
        assertEquals(Bytes.fromHex("D00000"), message.encode());
    }

    @Test
    void aPayloadOf255BytesIsShortAndOneOf256IsLong() {
        assertEquals(Bytes.fromHex("D5 00 FF"), encoded(SHORT_PAYLOAD).slice(0, 3));
        assertEquals(Bytes.fromHex("C5 00 00000100"), encoded(LONG_PAYLOAD).slice(0, 6));
    }

    private static Bytes encoded(Bytes payload) {
        return new NdefMessage(List.of(new NdefRecord(Tnf.UNKNOWN, Bytes.EMPTY, Bytes.EMPTY, payload))).encode();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                             | 0 | nothing at all",
                "D1                             | 1 | flags only",
                "D10105                         | 3 | type missing",
                "D1010255 00                    | 0 | payload cut",
                "C1 01 FFFFFFFF 55              | 0 | payload of 4 GiB",
                "C1 01 80000000 55 00           | 0 | payload length with the sign bit",
                "51 01 01 55 00                 | 0 | first record without MB",
                "91 01 01 55 00                 | 5 | no last record",
                "91 01 01 55 00 D1 01 01 55 00  | 5 | MB in the second record",
                "D1 01 01 55 00 00              | 5 | a byte behind the last record",
                "D6 00 00                       | 0 | unchanged without a chunk before",
                "D0 01 00 55                    | 0 | empty record with a type",
                "D0 00 01 55                    | 0 | empty record with a payload",
                "D5 01 00 55                    | 0 | unknown with a type",
                "B2 01 01 61 11                 | 5 | chunk without a follower",
                "F2 01 01 61 11 56 00 00        | 0 | ME in the first chunk",
                "B2 01 01 61 11 51 01 01 55 00  | 5 | a whole record inside the chunks",
                "B2 01 01 61 11 56 01 00 61     | 5 | a further chunk with a type",
                "B2 01 01 61 11 5E 00 00 00     | 5 | a further chunk with an identifier",
                "B2 01 01 61 11 D6 00 00        | 5 | MB in a further chunk",
            })
    void malformedInputNamesTheOffset(String hex, int offset, String why) {
        NfcException failure = assertFails(ErrorKind.MALFORMED_INPUT, () -> NdefMessage.parse(Bytes.fromHex(hex)));
        assertTrue(failure.getMessage().contains("offset " + offset), why + ": " + failure.getMessage());
    }

    @Test
    void recordsThatCannotBeEncodedAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new NdefMessage(List.of()));
        assertThrows(IllegalArgumentException.class, () -> record(Tnf.UNCHANGED, 0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> record(Tnf.EMPTY, 0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> record(Tnf.UNKNOWN, 1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> record(Tnf.MEDIA_TYPE, 256, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> record(Tnf.MEDIA_TYPE, 1, 256, 0));
    }

    private static NdefRecord record(Tnf tnf, int type, int id, int payload) {
        return new NdefRecord(tnf, Bytes.zeros(type), Bytes.zeros(id), Bytes.zeros(payload));
    }

    @Test
    void whatIsEncodedComesBack() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            NdefMessage message = randomMessage(random);
            assertEquals(message, NdefMessage.parse(message.encode()), "seed " + seed + ", message " + i);
        }
    }

    @Test
    void damageIsMalformedInputAndNeverAnotherException() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            Bytes damaged = damage(randomMessage(random).encode(), random);
            try {
                for (NdefRecord record : NdefMessage.parse(damaged).records()) {
                    WellKnown.of(record);
                }
            } catch (NfcException e) {
                assertEquals(ErrorKind.MALFORMED_INPUT, e.kind(), "seed " + seed + ": " + damaged);
                assertTrue(e.getMessage().contains("offset"), "seed " + seed + ": " + e.getMessage());
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + damaged, e);
            }
        }
    }

    private static NdefMessage randomMessage(Random random) {
        List<NdefRecord> records = new ArrayList<>();
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            records.add(randomRecord(random));
        }
        return new NdefMessage(records);
    }

    private static NdefRecord randomRecord(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new UriRecord("https://example.com/" + random.nextInt()).toRecord();
            case 1 -> new TextRecord("en", "text " + random.nextInt()).toRecord();
            case 2 -> new SmartPoster(new NdefMessage(List.of(new UriRecord("tel:1").toRecord()))).toRecord();
            case 3 -> new NdefRecord(Tnf.EMPTY, Bytes.EMPTY, Bytes.EMPTY, Bytes.EMPTY);
            default ->
                new NdefRecord(Tnf.EXTERNAL, randomBytes(random, 20), randomBytes(random, 4), randomBytes(random, 600));
        };
    }

    private static Bytes randomBytes(Random random, int most) {
        byte[] bytes = new byte[random.nextInt(most + 1)];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    private static Bytes damage(Bytes bytes, Random random) {
        Bytes damaged = bytes;
        for (int left = 1 + random.nextInt(3); left > 0 && !damaged.isEmpty(); left--) {
            int at = random.nextInt(damaged.length());
            damaged = switch (random.nextInt(3)) {
                case 0 -> damaged.slice(0, at);
                case 1 -> damaged.slice(0, at).plus(damaged.slice(at + 1));
                default -> damaged.with(at, Bytes.of(random.nextInt(256)));
            };
        }
        return damaged;
    }
}
