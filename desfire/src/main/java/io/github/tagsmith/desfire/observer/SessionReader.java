package io.github.tagsmith.desfire.observer;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.observer.ObservedAuthentication.Outcome;
import io.github.tagsmith.desfire.observer.ObservedMessage.Side;
import io.github.tagsmith.desfire.sm.KeyAnswer;
import io.github.tagsmith.desfire.sm.SessionKeys;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the messages of one card in their order: follows selection, sessions, and keys that are changed. */
final class SessionReader {

    private static final int KEY_NUMBER = 0x3F;

    /** Commands that may end the session they are sent in; their answer has no MAC then. */
    private static final Set<Instruction> ENDING = EnumSet.of(
            Instruction.SELECT_APPLICATION,
            Instruction.CHANGE_KEY,
            Instruction.CHANGE_KEY_EV2,
            Instruction.ROLL_KEY_SET,
            Instruction.DELETE_APPLICATION);

    private final List<KnownKey> keys;
    private Optional<Aid> application = Optional.empty();
    private ObservedSession session = ObservedSession.NONE;

    SessionReader(List<KnownKey> keys) {
        this.keys = new ArrayList<>(keys);
    }

    /** Another application is selected, one that may not be known; nobody is authenticated. */
    void select(Optional<Aid> selected) {
        application = selected;
        session = ObservedSession.NONE;
    }

    void gap() {
        session = session.afterGap();
    }

    Observation read(Message message) {
        if (HeardHandshake.isBegunBy(message.instruction())) {
            return authentication(message);
        }
        ObservedMessage read = switch (session.state()) {
            case NONE -> plain(message);
            case UNREADABLE -> unreadable(message, "the session cannot be read");
            case CERTAIN, DOUBTFUL -> protectedMessage(message);
        };
        if (message.instruction() == Instruction.SELECT_APPLICATION && message.isDone()) {
            select(selected(message.body()));
        }
        return read;
    }

    private static Optional<Aid> selected(Bytes body) {
        return body.length() < Aid.LENGTH ? Optional.empty() : Optional.of(Aid.fromWire(body.slice(0, Aid.LENGTH)));
    }

    private Observation authentication(Message message) {
        HeardHandshake handshake = HeardHandshake.of(message);
        ObservedSession before = session;
        session = message.isDone() ? ObservedSession.UNREADABLE : ObservedSession.NONE;
        for (KnownKey known : keys) {
            Optional<KeyAnswer> answer = known.suits(handshake.method(), application, handshake.keyNo())
                    ? handshake.answerOf(known.key())
                    : Optional.empty();
            if (answer.isPresent()) {
                return fitting(message, handshake, known, answer.get(), before);
            }
        }
        Outcome outcome = handshake.token().isEmpty() ? Outcome.REFUSED : Outcome.NO_KEY;
        return result(
                message,
                handshake,
                message.isOpen() ? Outcome.BROKEN_OFF : outcome,
                Optional.empty(),
                Optional.empty());
    }

    private Observation fitting(
            Message message, HeardHandshake handshake, KnownKey known, KeyAnswer answer, ObservedSession before) {
        if (!message.isDone()) {
            Outcome outcome = message.isOpen() ? Outcome.BROKEN_OFF : Outcome.REFUSED;
            return result(message, handshake, outcome, Optional.of(known), Optional.empty());
        }
        try {
            SessionKeys opened = answer.sessionKeys(handshake.proof());
            session = before.opened(handshake, opened);
            return result(message, handshake, Outcome.OPENED, Optional.of(known), Optional.of(opened));
        } catch (NfcException falseProof) {
            return result(message, handshake, Outcome.FALSE_PROOF, Optional.of(known), Optional.empty());
        }
    }

    private Observation result(
            Message message,
            HeardHandshake handshake,
            Outcome outcome,
            Optional<KnownKey> known,
            Optional<SessionKeys> opened) {
        return new ObservedAuthentication(
                message.places(),
                handshake.method(),
                handshake.first(),
                application,
                handshake.keyNo(),
                outcome,
                message.status(),
                known,
                opened,
                session.ti());
    }

    private static ObservedMessage plain(Message message) {
        return observed(message, Side.plain(message.body()), Side.plain(message.answer()), "", "");
    }

    private static ObservedMessage unreadable(Message message, String why) {
        boolean selects = message.instruction() == Instruction.SELECT_APPLICATION;
        return selects ? plain(message) : observed(message, Side.unknown(), Side.unknown(), "", why);
    }

    private static ObservedMessage observed(Message message, Side command, Side answer, String counters, String note) {
        return new ObservedMessage(
                message.places(), message.instruction(), command, answer, message.status(), counters, note);
    }

    private ObservedMessage protectedMessage(Message message) {
        Request request = new Request(message.instruction(), message.body());
        boolean ends = message.isDone() && message.answer().isEmpty() && mayEndSession(request);
        List<Attempt> attempts = session.candidates().stream()
                .map(one -> Attempt.of(one, request, message, ends || !message.isDone()))
                .sorted(Comparator.comparingInt(Attempt::rank))
                .toList();
        Attempt best = attempts.get(0);
        if (best.isWrong() && session.state() == ObservedSession.State.DOUBTFUL) {
            session = ObservedSession.UNREADABLE;
            return unreadable(message, "the session was over, or went on in a way that was not heard");
        }
        String note = best.command().keyChange().isPresent() && message.isDone()
                ? learn(request, best.command().keyChange().get(), message)
                : "";
        session = ends && !best.isWrong() ? ObservedSession.NONE : after(attempts, message);
        return observed(
                message,
                Side.of(best.command()),
                Side.of(best.answer()),
                best.before().counters(),
                note);
    }

    /** Changing another key than the session's own does not end it. */
    private boolean mayEndSession(Request request) {
        return ENDING.contains(request.instruction()) && (!request.changesKey() || isOwn(request));
    }

    private ObservedSession after(List<Attempt> attempts, Message message) {
        Attempt best = attempts.get(0);
        if (!message.isDone()) {
            return session.doubtful(attempts.stream()
                    .filter(one -> one.isWrong() == best.isWrong())
                    .flatMap(one -> Stream.of(one.command().next(), one.before())));
        }
        if (best.isWrong()) {
            return session.doubtful(Stream.of(best.answer().next()));
        }
        if (best.isProven() || session.state() == ObservedSession.State.CERTAIN) {
            return session.certain(best.answer().next());
        }
        return session.doubtful(attempts.stream()
                .filter(one -> !one.isWrong())
                .map(one -> one.answer().next()));
    }

    private boolean isOwn(Request request) {
        return session.keyNo().filter(keyNo(request)::equals).isPresent()
                && (request.instruction() == Instruction.CHANGE_KEY
                        || request.body().get(0) == 0);
    }

    /** The number of the key that is changed; its type stands in the upper bits. */
    private static KeyNo keyNo(Request request) {
        Bytes header = request.header();
        return new KeyNo(header.isEmpty() ? 0 : header.get(header.length() - 1) & KEY_NUMBER);
    }

    /** Remembers the new key; returns what is to be said of it. */
    private String learn(Request request, KeyCryptogram change, Message message) {
        Optional<DesfireKey> fresh = isOwn(request) ? Optional.of(change.own()) : change.replacing(keys);
        if (fresh.isEmpty()) {
            return "the key that is replaced is not known, so the new one is not either";
        }
        String origin = "the key set at " + message.places().get(0);
        keys.add(0, new KnownKey(fresh.get(), application, Optional.of(keyNo(request)), origin));
        return "the new key is remembered";
    }

    /** Nothing of its keys. */
    @Override
    public String toString() {
        return session.toString();
    }
}
