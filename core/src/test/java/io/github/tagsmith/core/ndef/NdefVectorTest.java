package io.github.tagsmith.core.ndef;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.testing.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Source: the project's vector file classic-ndef-tlv.json, kind ndef-message (recomputed by an independent reference). */
class NdefVectorTest {

    static Stream<Map<String, Object>> messages() {
        return Json.vectors("classic-ndef-tlv.json").stream()
                .filter(v -> Json.text(v, "kind").equals("ndef-message"));
    }

    @Test
    void theFileHoldsFifteenMessages() {
        assertEquals(15, messages().count());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMessageHasTheRecordsOfItsVector(Map<String, Object> vector) throws Exception {
        check(vector, NdefMessage.parse(message(vector)));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMessageIsEncodedAsItsVectorAgain(Map<String, Object> vector) throws Exception {
        assertEquals(message(vector), NdefMessage.parse(message(vector)).encode());
    }

    private static Bytes message(Map<String, Object> vector) {
        return Bytes.fromHex(Json.text(vector, "message"));
    }

    private static void check(Map<String, Object> expected, NdefMessage message) throws Exception {
        List<Map<String, Object>> records = Json.objects(expected, "records");
        assertEquals(records.size(), message.records().size());
        for (int i = 0; i < records.size(); i++) {
            check(records.get(i), message.records().get(i));
        }
    }

    private static void check(Map<String, Object> expected, NdefRecord record) throws Exception {
        for (String field : expected.keySet()) {
            Object wanted = expected.get(field);
            switch (field) {
                case "tnf" -> assertEquals(wanted, record.tnf().number());
                case "type" -> assertEquals(wanted, record.typeText());
                case "payload_length" -> assertEquals(wanted, record.payload().length());
                case "id" -> assertEquals(wanted, record.id().toText(StandardCharsets.UTF_8));
                case "payload_sha256" -> assertEquals(wanted, sha256(record.payload()));
                case "uri" ->
                    assertEquals(wanted, content(UriRecord.class, record).uri());
                case "lang" ->
                    assertEquals(wanted, content(TextRecord.class, record).language());
                case "text" ->
                    assertEquals(wanted, content(TextRecord.class, record).text());
                case "records" ->
                    check(expected, content(SmartPoster.class, record).message());
                default -> throw new AssertionError("the test does not know the field " + field);
            }
        }
        if (!expected.containsKey("id")) {
            assertEquals(Bytes.EMPTY, record.id());
        }
    }

    private static <T extends WellKnown> T content(Class<T> type, NdefRecord record) throws NfcException {
        return assertInstanceOf(type, WellKnown.of(record).orElseThrow());
    }

    private static String sha256(Bytes bytes) throws GeneralSecurityException {
        return Bytes.of(MessageDigest.getInstance("SHA-256").digest(bytes.toArray()))
                .toHex()
                .toLowerCase(Locale.ROOT);
    }
}
