package io.github.tagsmith.cli.trace;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.trace.capture.CaptureFault;
import io.github.tagsmith.core.trace.exchange.ApduExchange;
import io.github.tagsmith.core.trace.exchange.CardSlot;
import io.github.tagsmith.core.trace.exchange.ExchangeLevel;
import io.github.tagsmith.core.trace.exchange.ExchangeListener;
import io.github.tagsmith.core.trace.exchange.SlotEvent;
import io.github.tagsmith.core.trace.replay.RecordedBytes;
import io.github.tagsmith.core.trace.replay.RecordedStep;
import io.github.tagsmith.desfire.observer.CardObserver;
import io.github.tagsmith.desfire.observer.KnownKey;
import io.github.tagsmith.desfire.observer.Observation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The cards of a capture or a text trace, each with its own observer. */
final class HeardCards implements ExchangeListener {

    /** What was heard, and at which reader. */
    record Heard(String reader, Observation observation) {}

    private final List<KnownKey> keys;
    private final Consumer<String> notes;
    private final Map<String, CardObserver> observers = new LinkedHashMap<>();
    private final List<Heard> heard = new ArrayList<>();

    HeardCards(List<KnownKey> keys, Consumer<String> notes) {
        this.keys = keys;
        this.notes = notes;
    }

    private CardObserver observer(String reader) {
        return observers.computeIfAbsent(reader, any -> new CardObserver(keys));
    }

    private void add(String reader, List<Observation> found) {
        found.forEach(one -> heard.add(new Heard(reader, one)));
    }

    @Override
    public void event(SlotEvent event) {
        if (event.kind() == SlotEvent.Kind.POWER_ON || event.kind() == SlotEvent.Kind.POWER_OFF) {
            String reader = reader(event.readerName(), event.slot());
            add(reader, observer(reader).activated());
        }
    }

    @Override
    public void exchange(ApduExchange exchange) {
        if (exchange.level() == ExchangeLevel.ESCAPE) {
            return;
        }
        Optional<Bytes> command = exchange.incomplete() ? Optional.empty() : exchange.command();
        take(
                reader(exchange.readerName(), exchange.slot()),
                "packet " + exchange.packets().get(0),
                command,
                exchange.response());
    }

    @Override
    public void fault(CaptureFault fault) {
        notes.accept(fault.kind().id() + ": " + fault.message());
    }

    /** A step of a text trace; bytes that are masked there were not heard. */
    void take(RecordedStep step) {
        if (step instanceof RecordedStep.Exchanged exchanged) {
            Optional<Bytes> answer =
                    exchanged.outcome() instanceof RecordedStep.Answer given ? clear(given.bytes()) : Optional.empty();
            take(step.reader(), step.place(), clear(exchanged.command()), answer);
        } else {
            add(step.reader(), observer(step.reader()).activated());
        }
    }

    private static Optional<Bytes> clear(RecordedBytes bytes) {
        return bytes.holes().isEmpty() ? Optional.of(bytes.value()) : Optional.empty();
    }

    private void take(String reader, String place, Optional<Bytes> command, Optional<Bytes> answer) {
        CardObserver observer = observer(reader);
        add(
                reader,
                command.isPresent() && answer.isPresent()
                        ? observer.exchange(place, command.get(), answer.get())
                        : observer.gap());
    }

    /** Everything that was heard, in its order. */
    List<Heard> end() {
        observers.forEach((reader, observer) -> add(reader, observer.end()));
        return List.copyOf(heard);
    }

    private static String reader(Optional<String> name, Optional<CardSlot> slot) {
        StringBuilder place = new StringBuilder();
        ExchangeLine.appendPlace(place, slot);
        return name.orElse(place.toString().strip());
    }
}
