package io.github.tagsmith.cli.trace;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.meaning.DesfireExchange;
import io.github.tagsmith.core.meaning.DesfireFrames;
import io.github.tagsmith.core.meaning.Interpretation;
import io.github.tagsmith.core.meaning.Interpreter;
import io.github.tagsmith.core.meaning.Secrets;
import io.github.tagsmith.core.trace.exchange.ApduExchange;
import io.github.tagsmith.core.trace.exchange.CardSlot;
import io.github.tagsmith.core.trace.exchange.ExchangeLevel;
import io.github.tagsmith.core.trace.exchange.SlotEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the exchanges of a capture mean, each card followed on its own. */
final class CardMeanings {

    private static final int PSEUDO_APDU = 0xFF;

    private final Map<Place, Card> cards = new HashMap<>();
    private @Nullable Recent recent;

    private record Place(Optional<CardSlot> slot, Optional<String> reader) {

        /** Written out: what the compiler puts into a record costs a dozen generated classes when it is used first. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Place that && slot.equals(that.slot) && reader.equals(that.reader);
        }

        @Override
        public int hashCode() {
            return 31 * slot.hashCode() + reader.hashCode();
        }
    }

    /** Most exchanges are of the card of the one before. */
    private record Recent(Optional<CardSlot> slot, Optional<String> reader, Card card) {}

    private record Card(Interpreter interpreter, DesfireFrames frames) {}

    private Card card(Optional<CardSlot> slot, Optional<String> reader) {
        Recent last = recent;
        if (last != null && last.slot.equals(slot) && last.reader.equals(reader)) {
            return last.card;
        }
        Card card = find(slot, reader);
        recent = new Recent(slot, reader, card);
        return card;
    }

    private Card find(Optional<CardSlot> slot, Optional<String> reader) {
        Place place = new Place(slot, reader);
        Card card = cards.get(place);
        if (card == null) {
            card = new Card(new Interpreter(), new DesfireFrames());
            cards.put(place, card);
        }
        return card;
    }

    /** A card that is started anew has nothing selected; returns the DESFire command that this broke off. */
    Optional<DesfireExchange> take(SlotEvent event) {
        if (event.kind() != SlotEvent.Kind.POWER_ON && event.kind() != SlotEvent.Kind.POWER_OFF) {
            return Optional.empty();
        }
        Card card = card(event.slot(), event.readerName());
        card.interpreter().reset();
        return card.frames().finish();
    }

    /** What an exchange means; empty where it is the vendor's, or never reached the card. */
    Optional<Interpretation> meaning(ApduExchange exchange, Secrets secrets) {
        if (!hasMeaning(exchange)) {
            return Optional.empty();
        }
        Interpretation found =
                card(exchange.slot(), exchange.readerName()).interpreter().next(secrets);
        return found.meaning().isPresent() ? Optional.of(found) : Optional.empty();
    }

    private static boolean hasMeaning(ApduExchange exchange) {
        Bytes command = exchange.command().orElse(Bytes.EMPTY);
        return !command.isEmpty()
                && exchange.response().isPresent()
                && (exchange.level() != ExchangeLevel.ESCAPE || command.get(0) == PSEUDO_APDU);
    }

    /** The DESFire commands that an exchange completes. */
    List<DesfireExchange> desfire(ApduExchange exchange, long number) {
        if (!hasMeaning(exchange) || exchange.level() == ExchangeLevel.ESCAPE) {
            return List.of();
        }
        return card(exchange.slot(), exchange.readerName())
                .frames()
                .add(
                        (int) number,
                        exchange.command().orElseThrow(),
                        exchange.response().orElseThrow());
    }

    /** The DESFire commands that the capture breaks off at its end. */
    List<DesfireExchange> end() {
        return cards.values().stream()
                .map(card -> card.frames().finish())
                .flatMap(Optional::stream)
                .toList();
    }
}
