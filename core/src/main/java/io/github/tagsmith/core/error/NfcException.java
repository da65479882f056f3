package io.github.tagsmith.core.error;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The one checked exception of Tagsmith. Its message is one sentence that says what happened and where; a hint, where there
 * is one, says what to do. The raw code is the number that PC/SC or the card gave, where one did.
 */
public class NfcException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    private final ErrorKind kind;

    /** One sentence: what and where. */
    private final String message;

    /** The number that PC/SC or the card gave. */
    private final @Nullable Long code;

    /** What to do next. */
    private final @Nullable String hint;

    /**
     * An error without a code or a hint.
     *
     * @param kind what went wrong
     * @param message one sentence: what and where
     */
    public NfcException(ErrorKind kind, String message) {
        this(kind, message, null, null, null);
    }

    private NfcException(
            ErrorKind kind, String message, @Nullable Long code, @Nullable String hint, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.message = message;
        this.code = code;
        this.hint = hint;
    }

    /**
     * A file or text that cannot be understood.
     *
     * @param message what is wrong, with the offset or line
     * @return the error
     */
    public static NfcException malformed(String message) {
        return new NfcException(ErrorKind.MALFORMED_INPUT, message);
    }

    /**
     * An answer that the protocol does not allow.
     *
     * @param message what is wrong with it
     * @return the error
     */
    public static NfcException protocol(String message) {
        return new NfcException(ErrorKind.PROTOCOL, message);
    }

    /**
     * The same error with the number that PC/SC or the card gave.
     *
     * @param raw the number: a PC/SC return code, or a status word from 0 to FFFF
     * @return a copy with that code
     */
    public NfcException withCode(long raw) {
        return copy(raw, hint, getCause());
    }

    /**
     * The same error with advice.
     *
     * @param advice what to do next, one sentence
     * @return a copy with that hint
     */
    public NfcException withHint(String advice) {
        return copy(code, advice, getCause());
    }

    /**
     * The same error with what caused it.
     *
     * @param cause the cause
     * @return a copy with that cause
     */
    public NfcException withCause(Throwable cause) {
        return copy(code, hint, cause);
    }

    private NfcException copy(@Nullable Long newCode, @Nullable String newHint, @Nullable Throwable newCause) {
        NfcException copy = new NfcException(kind, message, newCode, newHint, newCause);
        copy.setStackTrace(getStackTrace());
        return copy;
    }

    /** One sentence: what happened and where. */
    @Override
    public String getMessage() {
        return message;
    }

    /**
     * What went wrong.
     *
     * @return the kind
     */
    public ErrorKind kind() {
        return kind;
    }

    /**
     * The number that PC/SC or the card gave.
     *
     * @return a PC/SC return code or a status word, where there is one
     */
    public OptionalLong code() {
        return code == null ? OptionalLong.empty() : OptionalLong.of(code);
    }

    /**
     * What to do next.
     *
     * @return one sentence, where there is advice
     */
    public Optional<String> hint() {
        return Optional.ofNullable(hint);
    }
}
