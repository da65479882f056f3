package io.github.tagsmith.classic.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.classic.ClassicVectors;
import io.github.tagsmith.classic.model.LockOut.KnownKeys;
import io.github.tagsmith.classic.model.LockRisk.Severity;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockOutTest {

    private static final KnownKeys BOTH = new KnownKeys(true, true);
    private static final Optional<AccessBits> TRANSPORT = Optional.of(NamedAccess.TRANSPORT.bits());

    private static Optional<Severity> worst(Optional<AccessBits> before, Optional<AccessBits> after, KnownKeys known) {
        return LockOut.risks(before, after, known).stream().findFirst().map(LockRisk::severity);
    }

    @ParameterizedTest
    @CsvSource({
        "FF0780,",
        "787788,",
        "7F0788,",
        "08778F,",
        "0F00FF,",
        "078F0F, IRREVERSIBLE",
        "0870FF, RECOVERABLE",
        "FF07C0, FORBIDDEN",
        "000000, FORBIDDEN",
    })
    void fromDeliveryTo(String after, Severity severity) {
        assertEquals(Optional.ofNullable(severity), worst(TRANSPORT, AccessBits.decode(Bytes.fromHex(after)), BOTH));
    }

    @Test
    void whatIsLostAlreadyIsNotLostAgain() {
        Optional<AccessBits> readOnly = Optional.of(NamedAccess.NFC_READ_ONLY.bits());
        assertEquals(List.of(), LockOut.risks(readOnly, readOnly, BOTH));
        assertEquals(Optional.of(Severity.IRREVERSIBLE), worst(Optional.empty(), readOnly, BOTH));
    }

    @Test
    void onlyWriterMustBeKnown() {
        Optional<AccessBits> mad = Optional.of(NamedAccess.MAD.bits());
        assertEquals(Optional.of(Severity.IRREVERSIBLE), worst(TRANSPORT, mad, new KnownKeys(true, false)));
        assertEquals(Optional.empty(), worst(TRANSPORT, mad, new KnownKeys(false, true)));
    }

    /** All 4,096 words, against the published tables. */
    @Test
    void frozenAndClosedAreWhatTheTablesSay() {
        ClassicVectors.allConditions().forEach(conditions -> {
            int trailer = conditions.get(3);
            boolean frozen = !ClassicVectors.permits("trailer", trailer, "access_write", KeyType.A)
                    && !ClassicVectors.permits("trailer", trailer, "access_write", KeyType.B);
            boolean keyB = !ClassicVectors.keyBReadable(trailer);
            boolean closed = conditions.subList(0, 3).stream()
                    .anyMatch(data -> !ClassicVectors.permits("data", data, "read", KeyType.A)
                            && !(keyB && ClassicVectors.permits("data", data, "read", KeyType.B)));
            Optional<Severity> expected = frozen
                    ? Optional.of(Severity.IRREVERSIBLE)
                    : closed ? Optional.of(Severity.RECOVERABLE) : Optional.empty();
            assertEquals(
                    expected,
                    worst(TRANSPORT, AccessBits.decode(ClassicVectors.access(conditions)), BOTH),
                    "conditions " + conditions);
        });
    }
}
