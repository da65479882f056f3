package io.github.tagsmith.cli.input;

import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.Protocol;
import io.github.tagsmith.core.reader.Reader;
import io.github.tagsmith.core.reader.ShareMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The readers and cards that stay open from one command of a script to the next, so that a card keeps what was selected and
 * authenticated. The transaction ends with each command. A card that was taken away or reset by somebody else is opened anew.
 */
public final class KeptCards implements AutoCloseable {

    private static final String SERVICE = "";

    private final Map<String, ReaderSource> sources = new ConcurrentHashMap<>();
    private final Map<String, LentCard> cards = new LinkedHashMap<>();
    private Optional<LentCard> latest = Optional.empty();
    private volatile boolean stopped;

    /** Nothing is open yet. */
    public KeptCards() {}

    /**
     * Opens what a specification stands for, or gives what is open already.
     *
     * @param spec a reader, as {@code -r} names it
     * @param environment for the PC/SC library
     * @return the readers; closing them leaves them open
     * @throws NfcException if there is no service, or no such software card
     */
    public ReaderSource open(Optional<String> spec, Map<String, String> environment) throws NfcException {
        String place = spec.filter(ReaderSource::isOwn).orElse(SERVICE);
        ReaderSource source = sources.get(place);
        if (source == null || !source.isValid()) {
            end(place);
            source = ReaderSource.open(spec, environment);
            sources.put(place, source);
        }
        return source.lent(reader -> lend(place, reader), place.equals(SERVICE) ? spec : Optional.empty());
    }

    private void end(String place) {
        cards.forEach((key, card) -> {
            if (key.startsWith(place + '\n')) {
                card.end();
            }
        });
        Optional.ofNullable(sources.remove(place)).ifPresent(ReaderSource::close);
    }

    private Reader lend(String place, Reader reader) {
        return new Lender(place + '\n' + reader.name(), reader);
    }

    /** Lends its shared connection; every other one is made for who asks. */
    private final class Lender extends ForwardingReader {

        private final String key;

        Lender(String key, Reader reader) {
            super(reader);
            this.key = key;
        }

        @Override
        public Card connect(ShareMode mode, Set<Protocol> protocols) throws NfcException {
            if (mode != ShareMode.SHARED) {
                return super.connect(mode, protocols);
            }
            LentCard known = cards.get(key);
            if (known == null) {
                known = new LentCard(super.connect(mode, protocols), () -> stopped);
            } else if (!known.isAlive()) {
                known.end();
                known = known.followedBy(super.connect(mode, protocols));
            }
            cards.put(key, known);
            latest = Optional.of(known);
            return known;
        }
    }

    /** From now on no command has left anything for the next one. */
    public void beginAnew() {
        cards.values().forEach(card -> card.handOver(null));
    }

    /**
     * What a card answered last, since {@link #forgetStatus}.
     *
     * @return its status word, if one was asked anything
     */
    public Optional<StatusWord> lastStatus() {
        return latest.flatMap(LentCard::lastStatus);
    }

    /** From now on no card has answered anything. */
    public void forgetStatus() {
        cards.values().forEach(LentCard::forgetStatus);
        latest = Optional.empty();
    }

    /** Ends the wait of another thread for a card. */
    public void cancel() {
        List.copyOf(sources.values()).forEach(ReaderSource::cancel);
    }

    /** Lets nothing more go to a card, until {@link #goOn}. Any thread may call it. */
    public void stop() {
        stopped = true;
    }

    /** Ends what {@link #stop} began. */
    public void goOn() {
        stopped = false;
    }

    @Override
    public void close() {
        for (String place : Set.copyOf(sources.keySet())) {
            end(place);
        }
    }
}
