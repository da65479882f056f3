package io.github.tagsmith.core.trace.record;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.meaning.Interpreter;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.Disposition;
import io.github.tagsmith.core.reader.ForwardingCard;
import io.github.tagsmith.core.reader.Protocol;
import io.github.tagsmith.core.reader.ProtocolAnswer;
import io.github.tagsmith.core.reader.ShareMode;
import java.util.Set;

/** A connection whose exchanges are written down. */
final class TracedCard extends ForwardingCard {

    private final Card card;
    private final Tracer tracer;
    private final Interpreter interpreter = new Interpreter();

    TracedCard(Card card, Tracer tracer) {
        this.card = card;
        this.tracer = tracer;
    }

    @Override
    protected Card target() {
        return card;
    }

    @Override
    public Bytes transmit(Bytes command) throws NfcException {
        tracer.sent(readerName(), command);
        try {
            Bytes answer = card.transmit(command);
            tracer.answered(readerName(), interpreter, command, answer);
            return answer;
        } catch (NfcException e) {
            tracer.failed(readerName(), e);
            throw e;
        }
    }

    @Override
    public ProtocolAnswer transmit(Protocol protocol, Bytes command) throws NfcException {
        tracer.sent(readerName(), command);
        try {
            ProtocolAnswer answer = card.transmit(protocol, command);
            tracer.answered(readerName(), interpreter, command, answer.answer());
            return answer;
        } catch (NfcException e) {
            tracer.failed(readerName(), e);
            throw e;
        }
    }

    @Override
    public Bytes control(long code, Bytes input) throws NfcException {
        try {
            Bytes answer = card.control(code, input);
            tracer.control(readerName(), code, input, answer.toHex());
            return answer;
        } catch (NfcException e) {
            tracer.control(readerName(), code, input, e.getMessage());
            throw e;
        }
    }

    @Override
    public void reconnect(Disposition initialization) throws NfcException {
        card.reconnect(initialization);
        restarted();
    }

    @Override
    public void reconnect(ShareMode mode, Set<Protocol> protocols, Disposition initialization) throws NfcException {
        card.reconnect(mode, protocols, initialization);
        restarted();
    }

    private void restarted() {
        interpreter.reset();
        tracer.started(card);
    }
}
