package io.github.tagsmith.desfire.crypto;

import io.github.tagsmith.core.bytes.Bytes;
import java.security.SecureRandom;

/** The system's secure generator. Java looks for it when the first bytes are drawn: that takes a third of a JVM's start. */
final class SystemRandom implements RandomSource {

    private static final class Found {
        static final RandomSource GENERATOR = RandomSource.of(new SecureRandom());
    }

    @Override
    public Bytes next(int length) {
        return Found.GENERATOR.next(length);
    }
}
