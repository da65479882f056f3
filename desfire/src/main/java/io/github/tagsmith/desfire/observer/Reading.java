package io.github.tagsmith.desfire.observer;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.CommMode;
import java.util.Optional;

/**
 * What an observer made of a command or an answer.
 *
 * @param mode how it travelled
 * @param verdict whether it is right
 * @param clear header and data without protection; nothing if they cannot be had
 * @param keyChange the key that it holds, if it changes one
 * @param next the messaging after it
 */
record Reading(
        CommMode mode, Verdict verdict, Optional<Bytes> clear, Optional<KeyCryptogram> keyChange, Messaging next) {

    static Reading right(CommMode mode, Bytes clear, Messaging next) {
        return new Reading(mode, Verdict.RIGHT, Optional.of(clear), Optional.empty(), next);
    }

    static Reading plain(Bytes clear, Messaging next) {
        return new Reading(CommMode.PLAIN, Verdict.UNPROTECTED, Optional.of(clear), Optional.empty(), next);
    }

    static Reading wrong(CommMode mode, Messaging next) {
        return new Reading(mode, Verdict.WRONG, Optional.empty(), Optional.empty(), next);
    }

    static Reading key(Bytes header, KeyCryptogram key, Messaging next) {
        return new Reading(
                CommMode.FULL,
                Verdict.RIGHT,
                Optional.of(header.plus(key.exchanged()).plus(key.version())),
                Optional.of(key),
                next);
    }

    boolean isWrong() {
        return verdict == Verdict.WRONG;
    }
}
