package io.github.tagsmith.desfire.observer;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.testing.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Exchanges that were recorded, numbered from 0; a number is a place. */
record Heard(List<Exchange> exchanges) {

    record Exchange(Bytes command, Bytes answer) {

        static Exchange of(String command, String answer) {
            return new Exchange(Bytes.fromHex(command), Bytes.fromHex(answer));
        }

        static Exchange of(Map<String, Object> frame) {
            return of(Json.text(frame, "tx"), Json.text(frame, "rx"));
        }

        boolean wrapped() {
            return command.get(0) == 0x90;
        }
    }

    /** A session of full-apdu-traces.json: what came before it, its authentication, its steps. */
    static Heard session(Map<String, Object> inputs) {
        List<Exchange> exchanges = new ArrayList<>();
        Json.objects(inputs, "before").forEach(frame -> exchanges.add(Exchange.of(frame)));
        Json.objects(inputs, "auth_frames").forEach(frame -> exchanges.add(Exchange.of(frame)));
        for (Map<String, Object> step : Json.objects(inputs, "steps")) {
            Json.objects(step, "frames").forEach(frame -> exchanges.add(Exchange.of(frame)));
        }
        return new Heard(exchanges);
    }

    Heard replacing(int index, Exchange exchange) {
        List<Exchange> changed = new ArrayList<>(exchanges);
        changed.set(index, exchange);
        return new Heard(changed);
    }

    List<Observation> observe(List<KnownKey> keys) {
        return observe(new CardObserver(keys));
    }

    List<Observation> observe(CardObserver observer) {
        List<Observation> found = new ArrayList<>();
        for (int i = 0; i < exchanges.size(); i++) {
            Exchange exchange = exchanges.get(i);
            found.addAll(observer.exchange(String.valueOf(i), exchange.command(), exchange.answer()));
        }
        found.addAll(observer.end());
        return found;
    }
}
