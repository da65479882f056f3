package io.github.tagsmith.core.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import org.junit.jupiter.api.function.Executable;

/** Assertions about {@link NfcException}. */
public final class Failures {

    private Failures() {}

    /** Something fails, with this kind. */
    public static NfcException assertFails(ErrorKind kind, Executable executable) {
        NfcException failure = assertThrows(NfcException.class, executable);
        assertEquals(kind, failure.kind(), failure.getMessage());
        return failure;
    }
}
