package io.github.tagsmith.desfire.observer;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows one card: takes exchanges, gives what they were. Belongs to one thread at a time. */
public final class CardObserver {

    private static final int PSEUDO_APDU = 0xFF;
    private static final Bytes SELECT_BY_NAME = Bytes.of(0x00, 0xA4, 0x04);
    private static final Bytes DONE = Bytes.of(0x90, 0x00);

    private final SessionReader reader;
    private Optional<Message> pending = Optional.empty();

    /**
     * An observer of a card of which nothing has been heard.
     *
     * @param keys the known keys, the likeliest first
     */
    public CardObserver(List<KnownKey> keys) {
        reader = new SessionReader(keys);
    }

    /**
     * The card was activated: nothing is authenticated, and the card level is selected.
     *
     * @return what this broke off
     */
    public List<Observation> activated() {
        List<Observation> found = end();
        reader.select(Optional.of(Aid.PICC));
        return found;
    }

    /**
     * An exchange that was not heard, or not as a whole.
     *
     * @return what this broke off
     */
    public List<Observation> gap() {
        List<Observation> found = end();
        reader.gap();
        return found;
    }

    /**
     * An exchange.
     *
     * @param place where it is, for instance {@code packet 12}
     * @param command as it was sent, wrapped or native
     * @param answer as it came back, status included
     * @return what is complete with it
     */
    public List<Observation> exchange(String place, Bytes command, Bytes answer) {
        Optional<Frame> frame = Frame.of(command, answer);
        if (frame.isEmpty()) {
            return other(command, answer);
        }
        List<Observation> found = new ArrayList<>();
        boolean goesOn = frame.get().instruction() == Instruction.ADDITIONAL_FRAME;
        if (goesOn && pending.isEmpty()) {
            return found;
        }
        if (goesOn) {
            pending = pending.map(message -> message.with(frame.get(), place));
        } else {
            found.addAll(end());
            pending = Optional.of(Message.begun(frame.get(), place));
        }
        if (pending.filter(message -> !message.isOpen()).isPresent()) {
            found.addAll(end());
        }
        return found;
    }

    /** Commands of readers do not reach the card; others count for the session, or end it. */
    private List<Observation> other(Bytes command, Bytes answer) {
        if (command.isEmpty() || command.get(0) == PSEUDO_APDU) {
            return List.of();
        }
        List<Observation> found = end();
        if (command.startsWith(SELECT_BY_NAME) && answer.equals(DONE)) {
            reader.select(Optional.empty());
        } else {
            reader.gap();
        }
        return found;
    }

    /**
     * Nothing more is heard.
     *
     * @return what was not complete
     */
    public List<Observation> end() {
        Optional<Message> last = pending;
        pending = Optional.empty();
        return last.<List<Observation>>map(message -> List.of(reader.read(message)))
                .orElse(List.of());
    }

    /** Nothing of its keys. */
    @Override
    public String toString() {
        return "observer, " + reader;
    }
}
