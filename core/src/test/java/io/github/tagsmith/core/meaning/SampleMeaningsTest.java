package io.github.tagsmith.core.meaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.testing.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Source: the expected decodings of the project's CCID captures, one file each, copied unchanged; their meaning and desfire parts
 * come from another parser than ours.
 */
class SampleMeaningsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acr122u-classic-linktype189.pcap",
                "acr122u-classic.pcap",
                "acr122u-ntag-nanosecond.pcap",
                "acr122u-ntag.pcap",
                "acr1252-two-interfaces.pcap",
                "desfire-ev1-apdu-level-qemu.pcap",
                "desfire-ev1-apdu-level.pcap",
                "gempc-t0-bigendian.pcap",
                "gempc-tpdu-t0.pcap",
                "gempc-tpdu-t1.pcap",
                "heuristic-no-descriptors.pcap",
                "omnikey5022-extended-usbpcap.pcap",
                "omnikey5022-extended.pcap",
                "pinpad-verify.pcap",
                "rare-messages-two-slots.pcap",
                "snaplen-96.pcap",
                "split-bulk-and-zlp.pcap",
                "two-readers.pcapng",
                "yubikey-composite.pcapng"
            })
    void everyExchangeOfACaptureMeansWhatIsExpected(String capture) {
        int compared = 0;
        for (Map<String, Object> apdu : exchanges(capture)) {
            Bytes command = Bytes.fromHex(Json.text(apdu, "command"));
            Optional<Bytes> answer = Optional.of(Bytes.fromHex(Json.text(apdu, "response")));
            Optional<Meaning> meaning = "escape".equals(apdu.get("level"))
                    ? Meanings.ofEscape(command, answer)
                    : Meanings.of(command, answer);
            Optional<Object> expected = Optional.ofNullable(apdu.get("meaning")).map(SampleMeaningsTest::plain);
            assertEquals(expected, meaning.map(SampleMeaningsTest::json), capture + " " + apdu.get("n"));
            compared++;
        }
        assertTrue(compared > 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acr1252-two-interfaces.pcap",
                "desfire-ev1-apdu-level-qemu.pcap",
                "desfire-ev1-apdu-level.pcap",
                "acr122u-classic.pcap"
            })
    void framesOfDesfireCommandsAreJoinedAsExpected(String capture) {
        DesfireFrames frames = new DesfireFrames();
        List<Object> joined = new ArrayList<>();
        for (Map<String, Object> apdu : exchanges(capture)) {
            Bytes command = Bytes.fromHex(Json.text(apdu, "command"));
            Bytes answer = Bytes.fromHex(Json.text(apdu, "response"));
            frames.add((Integer) Objects.requireNonNull(apdu.get("n")), command, answer)
                    .forEach(one -> joined.add(json(one)));
        }
        assertEquals(Optional.empty(), frames.finish());
        Object expected = file(capture).get("desfire");
        assertEquals(plain(expected == null ? List.of() : expected), plain(joined));
    }

    @Test
    void commentsOfTheReferenceCapturesBeginWithTheSameOperation() {
        int compared = 0;
        for (String capture : List.of("record-reference-classic.pcapng", "record-reference-extended.pcapng")) {
            for (Map<String, Object> apdu : exchanges(capture)) {
                Bytes command = Bytes.fromHex(Json.text(apdu, "command"));
                Meaning meaning = Meanings.of(command, Optional.empty()).orElseThrow();
                assertEquals(Json.text(apdu, "comment").split(" ", -1)[0], meaning.op(), capture + " " + command);
                compared++;
            }
        }
        assertEquals(27, compared);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> file(String capture) {
        return (Map<String, Object>) Json.resource("ccid/" + capture + ".expected.json");
    }

    /** Those that were answered and recorded whole. */
    private static List<Map<String, Object>> exchanges(String capture) {
        return Json.objects(file(capture), "apdus").stream()
                .filter(apdu -> apdu.get("command") != null && apdu.get("response") != null)
                .toList();
    }

    private static Object json(Meaning meaning) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("op", meaning.op());
        json.put("params", meaning.params());
        if (!meaning.result().isEmpty()) {
            json.put("result", meaning.result());
        }
        meaning.status().ifPresent(status -> json.put("status", status));
        return json;
    }

    private static Object json(DesfireExchange exchange) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("command", exchange.command());
        json.put("frames", exchange.frames());
        json.put("params", exchange.params());
        json.put("data", exchange.data().toHex());
        json.put("status", exchange.status());
        if (!exchange.parsed().isEmpty()) {
            json.put("parsed", exchange.parsed());
        }
        return json;
    }

    /** The same with every number a long one. */
    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> plain = new LinkedHashMap<>();
            map.forEach((name, member) -> plain.put(name, plain(member)));
            return plain;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(SampleMeaningsTest::plain).toList();
        }
        return value instanceof Number number ? (Object) number.longValue() : value;
    }
}
