package io.github.tagsmith.core.meaning;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Joins the frames of DESFire commands on one card. One object for each card; it holds the frames of one command. */
public final class DesfireFrames {

    private static final String PREFIX = "desfire.";
    private static final String NEXT = PREFIX + "AdditionalFrame";
    private static final String MORE = "ADDITIONAL_FRAME";
    private static final String OK = "OPERATION_OK";

    private final List<Integer> frames = new ArrayList<>();
    private Bytes data = Bytes.EMPTY;
    private Optional<Meaning> first = Optional.empty();
    private String status = "";

    /** Nothing pending. */
    public DesfireFrames() {}

    /**
     * Takes an exchange; one that is not of DESFire is passed over.
     *
     * @param number its number
     * @param command as it is sent
     * @param answer as it came back, status included
     * @return the commands that are complete with it: none, one, or one that was broken off and one
     */
    public List<DesfireExchange> add(int number, Bytes command, Bytes answer) {
        Optional<FoundCommand> found = FoundCommand.of(command);
        Optional<Meaning> meaning = Meanings.of(command, Optional.of(answer));
        if (found.isEmpty() || meaning.isEmpty() || !isAnswered(meaning.get())) {
            return List.of();
        }
        List<DesfireExchange> complete = new ArrayList<>();
        boolean continues = meaning.get().op().equals(NEXT) && first.isPresent();
        if (!continues) {
            finish().ifPresent(complete::add);
            first = meaning;
        }
        MaskedBytes.Run run = found.get().answerData(answer);
        frames.add(number);
        data = data.plus(answer.slice(run.from(), run.to()));
        status = meaning.get().status().orElseThrow();
        if (!status.equals(MORE)) {
            finish().ifPresent(complete::add);
        }
        return complete;
    }

    private static boolean isAnswered(Meaning meaning) {
        return meaning.op().startsWith(PREFIX) && meaning.status().isPresent();
    }

    /**
     * Ends a command whose frames never came to an end.
     *
     * @return that command, if there is one
     */
    public Optional<DesfireExchange> finish() {
        Optional<DesfireExchange> complete = first.isEmpty() ? Optional.empty() : Optional.of(joined(first.get()));
        frames.clear();
        data = Bytes.EMPTY;
        first = Optional.empty();
        return complete;
    }

    private DesfireExchange joined(Meaning meaning) {
        String command = meaning.op().substring(PREFIX.length());
        Map<String, Object> parsed = status.equals(OK) ? DesfireAnswer.parse(command, data) : Map.of();
        return new DesfireExchange(command, frames, meaning.params(), data, status, parsed);
    }
}
