package io.github.tagsmith.desfire.channel;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.testing.Json;
import io.github.tagsmith.desfire.Vector;
import io.github.tagsmith.desfire.sm.Keys;
import io.github.tagsmith.desfire.sm.MemoryKey;
import java.util.List;
import java.util.Map;

/**
 * The beginning of a recorded EV1 session with wrapped frames.
 *
 * @param inputs of its vector in full-apdu-traces.json
 */
record Recorded(Map<String, Object> inputs) {

    static Recorded session(String name) {
        return Vector.of("full-apdu-traces.json", "ev1_session")
                .filter(vector -> vector.toString().equals(name))
                .map(vector -> new Recorded(vector.inputs()))
                .findFirst()
                .orElseThrow();
    }

    /** The key, which draws the recorded RndA. */
    MemoryKey key() {
        Map<String, Object> auth = Json.object(inputs, "auth");
        return Keys.key(
                Keys.algorithm(Json.text(auth, "key_type")),
                Json.text(auth, "key"),
                Bytes.fromHex(Json.text(auth, "rnd_a")));
    }

    /** Both exchanges. */
    void authentication(ScriptedCard card) {
        frames().forEach(frame -> card.expect(Json.text(frame, "tx"), Json.text(frame, "rx")));
    }

    /** Both exchanges, the proof replaced. */
    void authentication(ScriptedCard card, String proof) {
        card.expect(Json.text(frames().get(0), "tx"), Json.text(frames().get(0), "rx"));
        card.expect(Json.text(frames().get(1), "tx"), proof + "9100");
    }

    private List<Map<String, Object>> frames() {
        return Json.objects(inputs, "auth_frames");
    }
}
