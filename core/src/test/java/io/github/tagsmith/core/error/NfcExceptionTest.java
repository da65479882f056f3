package io.github.tagsmith.core.error;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class NfcExceptionTest {

    @Test
    void carriesKindCodeHintAndCause() {
        IllegalStateException cause = new IllegalStateException("x");
        NfcException plain = new NfcException(ErrorKind.NO_CARD, "no card is in reader A");
        NfcException full =
                plain.withCode(0x8010000CL).withHint("Put one on it").withCause(cause);
        assertEquals(ErrorKind.NO_CARD, full.kind());
        assertEquals("no card is in reader A", full.getMessage());
        assertEquals(OptionalLong.of(0x8010000CL), full.code());
        assertEquals(Optional.of("Put one on it"), full.hint());
        assertSame(cause, full.getCause());
        assertArrayEquals(plain.getStackTrace(), full.getStackTrace());
    }

    @Test
    void hasNoCodeHintOrCauseOfItsOwn() {
        NfcException plain = NfcException.malformed("nothing at offset 0");
        assertEquals(ErrorKind.MALFORMED_INPUT, plain.kind());
        assertEquals(OptionalLong.empty(), plain.code());
        assertEquals(Optional.empty(), plain.hint());
        assertEquals(ErrorKind.PROTOCOL, NfcException.protocol("x").kind());
    }
}
