package io.github.tagsmith.cli.input;

import io.github.tagsmith.cli.input.Handover.Since;
import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.CardStatus;
import io.github.tagsmith.core.reader.Disposition;
import io.github.tagsmith.core.reader.ForwardingCard;
import io.github.tagsmith.core.reader.Protocol;
import io.github.tagsmith.core.reader.ProtocolAnswer;
import io.github.tagsmith.core.reader.ReaderAttribute;
import io.github.tagsmith.core.reader.ShareMode;
import io.github.tagsmith.core.trace.record.Tracer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A connection that outlives the command that uses it: closing it leaves it open. It knows what the card answered last, and
 * keeps what one command leaves for the next one.
 */
final class LentCard extends ForwardingCard {

    /** GET DATA (PC/SC part 3, 3.2.2.1.3) is answered by the reader. */
    private static final Bytes GET_DATA = Bytes.fromHex("FFCA");

    private final Card card;
    private final BooleanSupplier isStopped;
    private final Map<Tracer, Card> traced = new HashMap<>();
    private Card target;
    private boolean open = true;
    private Optional<StatusWord> lastStatus = Optional.empty();
    private @Nullable Object left;
    private Since since = Since.NOTHING;

    /** A connection through which nothing goes while it is stopped. */
    LentCard(Card card, BooleanSupplier isStopped) {
        this.card = card;
        this.isStopped = isStopped;
        this.target = card;
    }

    /** The connection after this one, which ended: what was left there is not true any more, but can be told. */
    LentCard followedBy(Card another) {
        LentCard next = new LentCard(another, isStopped);
        next.left = left;
        next.since = Since.NEW_CONNECTION;
        return next;
    }

    @Override
    protected Card target() {
        return target;
    }

    /** Whether it can still be used: the card is there and nobody else has reset it. */
    boolean isAlive() {
        try {
            return open && !card.status().states().contains(CardStatus.State.ABSENT);
        } catch (NfcException gone) {
            return false;
        }
    }

    /** From now on traced, or not: one connection in the trace, however many commands use it. */
    void traceTo(@Nullable Tracer tracer) {
        target = tracer == null ? card : traced.computeIfAbsent(tracer, one -> one.trace(card));
    }

    /** What the command before left; it is kept no longer. */
    <T> Optional<Handover<T>> takeOver(Class<T> kind) {
        Optional<Handover<T>> found =
                kind.isInstance(left) ? Optional.of(new Handover<>(kind.cast(left), since)) : Optional.empty();
        handOver(null);
        return found;
    }

    void handOver(@Nullable Object state) {
        left = state;
        since = Since.NOTHING;
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

    private void disturbed() {
        if (since == Since.NOTHING) {
            since = Since.OTHER_COMMANDS;
        }
    }

    private void sending(Bytes command) throws NfcException {
        if (isStopped.getAsBoolean()) {
            throw new NfcException(ErrorKind.CANCELLED, "interrupted");
        }
        if (command.length() < GET_DATA.length()
                || !command.slice(0, GET_DATA.length()).equals(GET_DATA)) {
            disturbed();
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
        sending(command);
        return noted(super.transmit(command));
    }

    @Override
    public ProtocolAnswer transmit(Protocol protocol, Bytes command) throws NfcException {
        sending(command);
        ProtocolAnswer answer = super.transmit(protocol, command);
        noted(answer.answer());
        return answer;
    }

    @Override
    public Bytes control(long code, Bytes input) throws NfcException {
        disturbed();
        return super.control(code, input);
    }

    @Override
    public void setAttribute(ReaderAttribute attribute, Bytes value) throws NfcException {
        disturbed();
        super.setAttribute(attribute, value);
    }

    /** Who resets the card knows that everything begins anew. */
    @Override
    public void reconnect(Disposition initialization) throws NfcException {
        handOver(null);
        super.reconnect(initialization);
    }

    @Override
    public void reconnect(ShareMode mode, Set<Protocol> protocols, Disposition initialization) throws NfcException {
        handOver(null);
        super.reconnect(mode, protocols, initialization);
    }

    @Override
    public void disconnect(Disposition disposition) {
        if (disposition != Disposition.LEAVE && open) {
            handOver(null);
            open = false;
            super.disconnect(disposition);
        }
    }
}
