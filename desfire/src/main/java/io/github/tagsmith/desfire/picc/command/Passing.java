package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.picc.sm.IsoHandshake;
import java.util.Optional;

/**
 * What only the very next command sees.
 *
 * @param sdmRead the file that was read with SDM
 * @param challenge what GET CHALLENGE answered
 * @param proven the reader that EXTERNAL AUTHENTICATE found right
 */
record Passing(Optional<FileNo> sdmRead, Optional<Bytes> challenge, Optional<Proven> proven) {

    /** Nothing. */
    static final Passing NONE = new Passing(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * A reader that knows a key, to which the card has yet to prove the same.
     *
     * @param login the key
     * @param handshake what is left to do
     * @param reference P1 and P2, which must come again
     */
    record Proven(Login login, IsoHandshake handshake, int reference) {}

    static Passing read(FileNo file) {
        return new Passing(Optional.of(file), Optional.empty(), Optional.empty());
    }

    static Passing challenge(Bytes challenge) {
        return new Passing(Optional.empty(), Optional.of(challenge), Optional.empty());
    }

    static Passing proven(Proven proven) {
        return new Passing(Optional.empty(), Optional.empty(), Optional.of(proven));
    }
}
