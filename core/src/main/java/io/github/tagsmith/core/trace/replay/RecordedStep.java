package io.github.tagsmith.core.trace.replay;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.meaning.Secrets;
import java.util.Optional;

/** Something that was recorded. */
public sealed interface RecordedStep {

    /**
     * The reader.
     *
     * @return its name; empty if it was not recorded
     */
    String reader();

    /**
     * Where in the record it is.
     *
     * @return for instance {@code line 12}
     */
    String place();

    /**
     * A connection or a reset.
     *
     * @param reader the reader's name
     * @param atr the ATR
     * @param place where in the record it is
     */
    record Started(String reader, Bytes atr, String place) implements RecordedStep {}

    /**
     * A command and what became of it.
     *
     * @param reader the reader's name
     * @param command the command
     * @param outcome the answer, or why there is none
     * @param place where in the record it is
     */
    record Exchanged(String reader, RecordedBytes command, Outcome outcome, String place) implements RecordedStep {}

    /** What became of a command. */
    sealed interface Outcome {}

    /**
     * It was answered.
     *
     * @param bytes the answer
     */
    record Answer(RecordedBytes bytes) implements Outcome {}

    /**
     * It was not.
     *
     * @param kind why
     * @param text the same in words
     */
    record Failure(ErrorKind kind, String text) implements Outcome {

        static final Failure UNKNOWN = new Failure(ErrorKind.READER_FAILED, "the record has no answer to this command");

        NfcException exception() {
            return new NfcException(kind, text);
        }
    }

    /**
     * An exchange out of a capture.
     *
     * @param reader the reader's name
     * @param command the command
     * @param answer its answer, if there is one
     * @param place where in the capture it is
     * @return the step
     */
    static RecordedStep ofCapture(String reader, Bytes command, Optional<Bytes> answer, String place) {
        Secrets secrets = Secrets.of(command, answer);
        Outcome outcome = secrets.answer()
                .<Outcome>map(bytes -> new Answer(RecordedBytes.ofCapture(bytes)))
                .orElse(Failure.UNKNOWN);
        return new Exchanged(reader, RecordedBytes.ofCapture(secrets.command()), outcome, place);
    }
}
