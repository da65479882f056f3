package io.github.tagsmith.core.trace.record;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.meaning.Interpretation;
import io.github.tagsmith.core.meaning.Interpreter;
import io.github.tagsmith.core.meaning.Secrets;
import io.github.tagsmith.core.reader.Card;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what goes through connections. That the trace cannot be written stops no command half-way: it is said at the end.
 */
public final class Tracer implements AutoCloseable {

    private final TraceWriter writer;
    private final boolean secrets;
    private final InstantSource clock;
    private @Nullable IOException failure;

    /**
     * A tracer.
     *
     * @param writer where to
     * @param secrets whether keys and PINs are written, too
     * @param clock for the times
     */
    public Tracer(TraceWriter writer, boolean secrets, InstantSource clock) {
        this.writer = writer;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Traces a connection from now on.
     *
     * @param card the connection
     * @return the same connection, traced; to be used and closed in its place
     */
    public Card trace(Card card) {
        started(card);
        return new TracedCard(card, this);
    }

    /** One write; the first that fails is the last that is tried. */
    private interface Write {
        void run() throws IOException;
    }

    private void write(Write write) {
        if (failure == null) {
            try {
                write.run();
            } catch (IOException e) {
                failure = e;
            }
        }
    }

    void started(Card card) {
        Bytes atr = card.atr();
        write(() -> writer.started(clock.instant(), card.readerName(), atr));
    }

    void sent(String reader, Bytes command) {
        Secrets exchange = exchange(command, Optional.empty());
        String meaning = new Interpreter().next(exchange).commandText();
        write(() -> writer.sent(clock.instant(), reader, exchange.command(), meaning));
    }

    void answered(String reader, Interpreter interpreter, Bytes command, Bytes answer) {
        Secrets exchange = exchange(command, Optional.of(answer));
        Interpretation interpretation = interpreter.next(exchange);
        write(() ->
                writer.answered(clock.instant(), reader, exchange.answer().orElseThrow(), interpretation.answerText()));
    }

    void failed(String reader, NfcException why) {
        write(() -> writer.failed(clock.instant(), reader, why));
    }

    void control(String reader, long code, Bytes input, String outcome) {
        String shown = exchange(input, Optional.empty()).command().toHex();
        write(() -> writer.noted(clock.instant(), reader, String.format("control %08X %s: %s", code, shown, outcome)));
    }

    private Secrets exchange(Bytes command, Optional<Bytes> answer) {
        return secrets ? Secrets.clear(command, answer) : Secrets.of(command, answer);
    }

    /**
     * Ends the trace.
     *
     * @throws NfcException {@code FILE} if it could not be written whole
     */
    @Override
    public void close() throws NfcException {
        IOException cause = failure;
        try {
            writer.close();
        } catch (IOException e) {
            cause = cause == null ? e : cause;
        }
        if (cause != null) {
            throw new NfcException(ErrorKind.FILE, "the trace is not complete: " + cause.getMessage()).withCause(cause);
        }
    }
}
