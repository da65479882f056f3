package io.github.tagsmith.desfire.crypto;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.random.RandomGenerator;

/** Where nonces and random padding come from; a fixed one makes sessions repeatable. */
@FunctionalInterface
public interface RandomSource {

    /**
     * The next random bytes.
     *
     * @param length how many
     * @return that many bytes
     */
    Bytes next(int length);

    /**
     * The system's secure generator.
     *
     * @return a source that nobody can predict
     */
    static RandomSource secure() {
        return new SystemRandom();
    }

    /**
     * A generator of the caller's.
     *
     * @param generator for instance one with a seed
     * @return a source that draws from it
     */
    static RandomSource of(RandomGenerator generator) {
        return length -> {
            byte[] bytes = new byte[length];
            generator.nextBytes(bytes);
            return Bytes.of(bytes);
        };
    }
}
