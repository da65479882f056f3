package io.github.tagsmith.cli.input;

import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.CardStatus;
import io.github.tagsmith.core.reader.Disposition;
import io.github.tagsmith.core.reader.Protocol;
import io.github.tagsmith.core.reader.ProtocolAnswer;
import io.github.tagsmith.core.reader.ReaderAttribute;
import io.github.tagsmith.core.reader.ShareMode;
import io.github.tagsmith.core.reader.Transaction;
import io.github.tagsmith.core.trace.record.Tracer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A connection that outlives the command that uses it: closing it leaves it open. It knows what the card answered last. */
final class LentCard implements Card {

    private final Card card;
    private boolean open = true;
    private Optional<StatusWord> lastStatus = Optional.empty();
    private final Map<Tracer, Card> traced = new HashMap<>();

    LentCard(Card card) {
        this.card = card;
    }

    /** Whether it can still be used: the card is there and nobody else has reset it. */
    boolean isAlive() {
        try {
            return open && !card.status().states().contains(CardStatus.State.ABSENT);
        } catch (NfcException gone) {
            return false;
        }
    }

    /** The same connection traced: one connection in the trace, however many commands use it. */
    Card traced(Tracer tracer) {
        return traced.computeIfAbsent(tracer, one -> one.trace(this));
    }

    Optional<StatusWord> lastStatus() {
        return lastStatus;
    }

    void forgetStatus() {
        lastStatus = Optional.empty();
    }

    void end() {
        if (open) {
            open = false;
            card.close();
        }
    }

    private Bytes noted(Bytes answer) {
        lastStatus = answer.length() < 2
                ? Optional.empty()
                : Optional.of(new StatusWord(
                        (int) answer.slice(answer.length() - 2, answer.length()).toUnsignedBigEndian()));
        return answer;
    }

    @Override
    public Bytes transmit(Bytes command) throws NfcException {
        return noted(card.transmit(command));
    }

    @Override
    public ProtocolAnswer transmit(Protocol protocol, Bytes command) throws NfcException {
        ProtocolAnswer answer = card.transmit(protocol, command);
        noted(answer.answer());
        return answer;
    }

    @Override
    public String readerName() {
        return card.readerName();
    }

    @Override
    public Bytes atr() {
        return card.atr();
    }

    @Override
    public Protocol protocol() {
        return card.protocol();
    }

    @Override
    public ShareMode shareMode() {
        return card.shareMode();
    }

    @Override
    public CardStatus status() throws NfcException {
        return card.status();
    }

    @Override
    public Bytes control(long code, Bytes input) throws NfcException {
        return card.control(code, input);
    }

    @Override
    public long controlCode(int function) {
        return card.controlCode(function);
    }

    @Override
    public long escapeCode() {
        return card.escapeCode();
    }

    @Override
    public Bytes attribute(ReaderAttribute attribute) throws NfcException {
        return card.attribute(attribute);
    }

    @Override
    public void setAttribute(ReaderAttribute attribute, Bytes value) throws NfcException {
        card.setAttribute(attribute, value);
    }

    @Override
    public Transaction beginTransaction() throws NfcException {
        return card.beginTransaction();
    }

    @Override
    public void reconnect(Disposition initialization) throws NfcException {
        card.reconnect(initialization);
    }

    @Override
    public void reconnect(ShareMode mode, Set<Protocol> protocols, Disposition initialization) throws NfcException {
        card.reconnect(mode, protocols, initialization);
    }

    @Override
    public void disconnect(Disposition disposition) {
        if (disposition != Disposition.LEAVE && open) {
            open = false;
            card.disconnect(disposition);
        }
    }
}
