package io.github.tagsmith.core.reader;

/**
 * One reader at the time of a look.
 *
 * @param reader its name
 * @param status what is in it
 * @param moves how often a card came or left so far, modulo 65536; stays 0 where the transport does not count
 */
public record Observation(String reader, ReaderStatus status, int moves) {

    private static final int MODULUS = 0x10000;

    /** How many cards came or left between an earlier look and this one. */
    int movesSince(Observation earlier) {
        return Math.floorMod(moves - earlier.moves, MODULUS);
    }
}
