package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Questions that a card may refuse without the command failing. */
final class Attempts {

    /** A question. */
    @FunctionalInterface
    interface Question<T> {
        T ask() throws NfcException;
    }

    private @Nullable NfcException refusal;

    Attempts() {}

    /** The answer, or nothing if the card refuses. */
    <T> Optional<T> of(Question<T> question) throws NfcException {
        try {
            return Optional.of(question.ask());
        } catch (NfcException error) {
            if (error.kind() != ErrorKind.REFUSED && error.kind() != ErrorKind.AUTHENTICATION_FAILED) {
                throw error;
            }
            refusal = error;
            return Optional.empty();
        }
    }

    /** Why the last question that was refused was. */
    Optional<String> why() {
        return Optional.ofNullable(refusal).map(NfcException::getMessage);
    }
}
