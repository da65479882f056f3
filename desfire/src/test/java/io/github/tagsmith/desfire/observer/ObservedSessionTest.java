package io.github.tagsmith.desfire.observer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.testing.Json;
import io.github.tagsmith.desfire.Vector;
import io.github.tagsmith.desfire.crypto.DesKeyBits;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.observer.Heard.Exchange;
import io.github.tagsmith.desfire.observer.ObservedAuthentication.Outcome;
import io.github.tagsmith.desfire.sm.Keys;
import io.github.tagsmith.desfire.sm.SessionKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole sessions recorded from cards, heard by somebody who knows the key: full-apdu-traces.json. */
class ObservedSessionTest {

    private static final List<KnownKey> DELIVERY = Stream.of(KeyAlgorithm.values())
            .map(algorithm -> KnownKey.anywhere(DesfireKey.zero(algorithm), "the key of delivery"))
            .toList();

    static Stream<Vector> sessions() {
        return Vector.of("full-apdu-traces.json", "ev1_session");
    }

    private static List<KnownKey> key(Vector vector) {
        Map<String, Object> auth = Json.object(vector.inputs(), "auth");
        DesfireKey key =
                DesfireKey.of(Keys.algorithm(Json.text(auth, "key_type")), Bytes.fromHex(Json.text(auth, "key")));
        return List.of(KnownKey.anywhere(key, "the key of the vector"));
    }

    private static List<Observation> fromAuthentication(List<Observation> found) {
        int begin = 0;
        while (!(found.get(begin) instanceof ObservedAuthentication)) {
            begin++;
        }
        return found.subList(begin, found.size());
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void everyMessageIsReadAndRight(Vector vector) {
        List<Observation> found =
                fromAuthentication(Heard.session(vector.inputs()).observe(key(vector)));
        ObservedAuthentication opened = (ObservedAuthentication) found.get(0);
        assertEquals(Outcome.OPENED, opened.outcome());
        if (vector.expects("session_key")) {
            Bytes session = opened.sessionKeys()
                    .map(SessionKeys::encryption)
                    .orElseThrow()
                    .reveal();
            boolean des = opened.key().orElseThrow().key().algorithm() != KeyAlgorithm.AES;
            assertEquals(vector.expectedBytes("session_key"), des ? DesKeyBits.cleared(session) : session);
        }
        List<Map<String, Object>> steps = Json.objects(vector.inputs(), "steps");
        assertEquals(steps.size(), found.size() - 1);
        for (int i = 0; i < steps.size(); i++) {
            assertStep(steps.get(i), (ObservedMessage) found.get(i + 1));
        }
    }

    private static void assertStep(Map<String, Object> step, ObservedMessage message) {
        assertEquals("", message.fault(), message.toString());
        String sent = Json.text(step, "tx_comm");
        String answered = Json.text(step, "rx_comm");
        if (sent.equals("changekey")) {
            assertEquals(Verdict.RIGHT, message.command().verdict());
        } else {
            assertEquals(mode(sent), message.command().mode());
            String header = step.get("header") instanceof String text ? text : "";
            assertEquals(
                    Bytes.fromHex(header + Json.text(step, "data")),
                    message.command().clear().orElseThrow());
        }
        assertEquals(mode(answered), message.answer().mode());
        assertEquals(
                answered.equals("none") ? Verdict.UNPROTECTED : Verdict.RIGHT,
                message.answer().verdict());
        assertEquals(
                Bytes.fromHex(Json.text(step, "rx_data")),
                message.answer().clear().orElseThrow());
    }

    private static CommMode mode(String name) {
        return switch (name) {
            case "mac" -> CommMode.MAC;
            case "full" -> CommMode.FULL;
            default -> CommMode.PLAIN;
        };
    }

    /**
     * With the keys of delivery alone: a key that replaces one of them is read from the recording. Sessions 08 and 13, which set
     * the keys of two others, are not in it.
     */
    @Test
    void changedKeysAreFollowed() {
        CardObserver observer = new CardObserver(DELIVERY);
        List<String> notOpened = new ArrayList<>();
        List<String> withNewKeys = new ArrayList<>();
        sessions().filter(vector -> vector.toString().startsWith("elmue")).forEach(vector -> {
            List<Observation> found = Heard.session(vector.inputs()).observe(observer);
            found.forEach(one -> assertEquals("", one.fault()));
            ObservedAuthentication opened =
                    (ObservedAuthentication) fromAuthentication(found).get(0);
            if (opened.outcome() != Outcome.OPENED) {
                notOpened.add(vector.toString());
            } else if (opened.key().orElseThrow().origin().startsWith("the key set at")) {
                withNewKeys.add(vector.toString());
            }
        });
        assertEquals(List.of("elmue-session-09", "elmue-session-14"), notOpened);
        assertEquals(List.of("elmue-session-03", "elmue-session-16"), withNewKeys);
    }

    /** Each byte of each cryptogram, MAC, parameter and datum, one at a time. */
    @ParameterizedTest
    @MethodSource("sessions")
    void aChangedByteIsFoundWhereItIs(Vector vector) {
        Heard heard = Heard.session(vector.inputs());
        List<Observation> right = heard.observe(key(vector));
        int challenge =
                Integer.parseInt(fromAuthentication(right).get(0).places().get(0));
        int changed = 0;
        for (int i = challenge; i < heard.exchanges().size(); i++) {
            Exchange exchange = heard.exchanges().get(i);
            int start = exchange.wrapped() ? 5 : 1;
            int end = exchange.command().length() - (exchange.wrapped() ? 1 : 0);
            for (int at = start; i > challenge && at < end; at++) {
                assertFound(
                        vector,
                        heard.replacing(i, new Exchange(flipped(exchange.command(), at), exchange.answer())),
                        i);
                changed++;
            }
            int first = exchange.wrapped() ? 0 : 1;
            int last = exchange.answer().length() - (exchange.wrapped() ? 2 : 0);
            for (int at = first; at < last; at++) {
                assertFound(
                        vector,
                        heard.replacing(i, new Exchange(exchange.command(), flipped(exchange.answer(), at))),
                        i);
                changed++;
            }
        }
        assertTrue(changed >= 40);
    }

    private static Bytes flipped(Bytes bytes, int at) {
        return bytes.with(at, Bytes.of(bytes.get(at) ^ 0x10));
    }

    private static void assertFound(Vector vector, Heard heard, int place) {
        Observation first = heard.observe(key(vector)).stream()
                .filter(ObservedSessionTest::isBad)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is wrong, though a byte was changed at " + place));
        assertTrue(first.places().contains(String.valueOf(place)), () -> place + " is not in " + first.places());
    }

    private static boolean isBad(Observation observation) {
        boolean noKey = observation instanceof ObservedAuthentication one && one.outcome() == Outcome.NO_KEY;
        return noKey || !observation.fault().isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void aWrongKeyFitsNothing(Vector vector) {
        DesfireKey other = DesfireKey.of(KeyAlgorithm.AES, Bytes.repeat(16, 0x5C));
        List<Observation> found = fromAuthentication(
                Heard.session(vector.inputs()).observe(List.of(KnownKey.anywhere(other, "another"))));
        assertEquals(Outcome.NO_KEY, ((ObservedAuthentication) found.get(0)).outcome());
        found.subList(1, found.size()).forEach(one -> {
            ObservedMessage message = (ObservedMessage) one;
            assertEquals(Verdict.UNKNOWN, message.answer().verdict());
            assertFalse(message.answer().clear().isPresent());
        });
    }
}
