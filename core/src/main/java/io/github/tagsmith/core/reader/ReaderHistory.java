package io.github.tagsmith.core.reader;

import io.github.tagsmith.core.reader.ReaderEvent.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns looks at readers into events: each look is compared with the one before, and what differs is reported once. Pure: it
 * asks nobody and waits for nothing.
 *
 * <p>Where the transport counts moves, a card that was swapped between two looks is told from one that stayed, and one that
 * came and left between two looks is reported, without an ATR, as inserted and removed.
 */
public final class ReaderHistory {

    private final Map<String, Observation> known = new LinkedHashMap<>();

    /** Nothing seen yet: the first look reports all it finds. */
    public ReaderHistory() {}

    /**
     * Takes a look.
     *
     * @param look every reader there is
     * @return what happened since the last look, in order: readers gone, then reader by reader
     */
    public List<ReaderEvent> update(List<Observation> look) {
        Map<String, Observation> now = new LinkedHashMap<>();
        look.forEach(observation -> now.put(observation.reader(), observation));
        List<ReaderEvent> events = new ArrayList<>();
        known.values().stream().filter(old -> !now.containsKey(old.reader())).forEach(old -> gone(old, events));
        for (Observation observation : now.values()) {
            Observation before = known.get(observation.reader());
            if (before == null) {
                events.add(ReaderEvent.of(Kind.READER_ADDED, observation.reader()));
                before = new Observation(observation.reader(), ReaderStatus.EMPTY, observation.moves());
            }
            compare(before, observation, events);
        }
        known.clear();
        known.putAll(now);
        return events;
    }

    /**
     * The service is gone, and with it all readers and cards.
     *
     * @return the loss, then every card and reader as removed
     */
    public List<ReaderEvent> serviceLost() {
        List<ReaderEvent> events = new ArrayList<>();
        events.add(ReaderEvent.of(Kind.SERVICE_LOST, ""));
        events.addAll(update(List.of()));
        return events;
    }

    /**
     * The service answers again; the next look reports what it has.
     *
     * @return that event
     */
    public ReaderEvent serviceBack() {
        return ReaderEvent.of(Kind.SERVICE_BACK, "");
    }

    private static void gone(Observation old, List<ReaderEvent> events) {
        if (old.status().cardPresent()) {
            events.add(ReaderEvent.of(Kind.CARD_REMOVED, old.reader()));
        }
        events.add(ReaderEvent.of(Kind.READER_REMOVED, old.reader()));
    }

    private static void compare(Observation before, Observation now, List<ReaderEvent> events) {
        boolean was = before.status().cardPresent();
        boolean is = now.status().cardPresent();
        int moves = now.movesSince(before);
        boolean sameCard = was && is && moves == 0 && sameAnswer(before.status(), now.status());
        if (was && !is) {
            events.add(ReaderEvent.of(Kind.CARD_REMOVED, now.reader()));
        } else if (!was && is) {
            events.add(arrival(Kind.CARD_INSERTED, now));
        } else if (was && !sameCard) {
            events.add(arrival(Kind.CARD_CHANGED, now));
        } else if (!was && moves > 1) {
            events.add(ReaderEvent.of(Kind.CARD_INSERTED, now.reader()));
            events.add(ReaderEvent.of(Kind.CARD_REMOVED, now.reader()));
        }
        if (is) {
            compareUse(sameCard ? before.status() : ReaderStatus.EMPTY, now, events);
        }
    }

    private static boolean sameAnswer(ReaderStatus before, ReaderStatus now) {
        return before.mute() == now.mute() && before.atr().equals(now.atr());
    }

    private static ReaderEvent arrival(Kind kind, Observation now) {
        return now.status().mute()
                ? ReaderEvent.of(Kind.CARD_MUTE, now.reader())
                : new ReaderEvent(kind, now.reader(), now.status().atr());
    }

    private static void compareUse(ReaderStatus before, Observation now, List<ReaderEvent> events) {
        Kind use = use(now.status());
        if (use != use(before)) {
            events.add(ReaderEvent.of(use, now.reader()));
        }
    }

    private static Kind use(ReaderStatus status) {
        return status.exclusive() ? Kind.CARD_EXCLUSIVE : status.inUse() ? Kind.CARD_IN_USE : Kind.CARD_FREE;
    }
}
