package io.github.tagsmith.core.trace.replay;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.meaning.Secrets;
import io.github.tagsmith.core.trace.replay.RecordedStep.Answer;
import io.github.tagsmith.core.trace.replay.RecordedStep.Exchanged;
import io.github.tagsmith.core.trace.replay.RecordedStep.Failure;
import io.github.tagsmith.core.trace.replay.RecordedStep.Started;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A record and how far it was followed. What is masked in it becomes known when it is sent. */
final class Replay {

    private static final Bytes NO_ATR = Bytes.of(0x3B, 0x00);
    private static final String HINT = "The same command with the same options and keys is answered;"
            + " keys and readers that were remembered when it was recorded make a difference";

    private final String source;
    private final List<RecordedStep> steps;
    private Map<Integer, Bytes> secrets = Map.of();
    private Bytes atr;
    private int next;

    Replay(String source, List<RecordedStep> steps) {
        this.source = source;
        this.steps = List.copyOf(steps);
        this.atr = steps.stream()
                .filter(Started.class::isInstance)
                .map(step -> ((Started) step).atr())
                .filter(recorded -> !recorded.isEmpty())
                .findFirst()
                .orElse(NO_ATR);
    }

    String source() {
        return source;
    }

    /** The longest answer that an extended APDU of the record asks for, in bytes; 0 if it has short ones only. */
    int longestApdu() {
        return steps.stream()
                .filter(Exchanged.class::isInstance)
                .mapToInt(step -> ((Exchanged) step).command().extendedNe())
                .max()
                .orElse(0);
    }

    /** The ATR now; that of a card without contacts and history where none was recorded. */
    Bytes atr() {
        return atr;
    }

    /** A connection: the record may have one here, several that were given up without a command, or none. */
    Bytes connect() {
        while (next < steps.size() && steps.get(next) instanceof Started started) {
            next++;
            atr = started.atr();
        }
        return atr;
    }

    Bytes reset() throws NfcException {
        if (next < steps.size() && steps.get(next) instanceof Started started) {
            next++;
            atr = started.atr();
            return atr;
        }
        throw left("a reset");
    }

    Bytes transmit(Bytes command) throws NfcException {
        Optional<Exchanged> exchange =
                next < steps.size() && steps.get(next) instanceof Exchanged one ? Optional.of(one) : Optional.empty();
        Optional<Map<Integer, Bytes>> learned =
                exchange.flatMap(one -> one.command().match(command, secrets));
        if (exchange.isEmpty() || learned.isEmpty()) {
            throw left(Secrets.of(command, Optional.empty()).command().toHex());
        }
        next++;
        secrets = learned.get();
        return answer(exchange.get());
    }

    private Bytes answer(Exchanged exchange) throws NfcException {
        if (exchange.outcome() instanceof Failure failure) {
            throw failure.exception();
        }
        Answer answer = (Answer) exchange.outcome();
        return answer.bytes()
                .filled(secrets)
                .orElseThrow(() -> new NfcException(
                                ErrorKind.READER_FAILED,
                                source + ", " + exchange.place() + ": the answer " + answer.bytes()
                                        + " is masked, and nothing sent so far tells what it was")
                        .withHint("Record with --trace-secrets"));
    }

    private NfcException left(String what) {
        String where = next == steps.size()
                ? source + " ends after " + steps.size() + " steps, and then " + what + " is sent"
                : source + ", " + steps.get(next).place() + ": recorded is " + recorded(steps.get(next)) + ", sent is "
                        + what;
        return new NfcException(ErrorKind.READER_FAILED, where).withHint(HINT);
    }

    private static String recorded(RecordedStep step) {
        return step instanceof Exchanged exchange ? exchange.command().toString() : "a reset";
    }
}
