package io.github.tagsmith.desfire.observer;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.crypto.Lrp;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.sm.SessionKeys;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an observer knows of the session between reader and card.
 *
 * @param state how well it is known
 * @param keyNo the key it was opened with
 * @param candidates what its messaging may be, the most likely first
 */
record ObservedSession(State state, Optional<KeyNo> keyNo, List<Messaging> candidates) {

    /** How well a session is known. */
    enum State {
        /** There is none. */
        NONE,
        /** There is one that cannot be read. */
        UNREADABLE,
        /** Its messaging is known. */
        CERTAIN,
        /** Its messaging is one of several, or there is none any more. */
        DOUBTFUL
    }

    /** More are not followed: each exchange in doubt doubles them. */
    private static final int MOST = 8;

    private static final int TI_LENGTH = 4;

    static final ObservedSession NONE = new ObservedSession(State.NONE, Optional.empty(), List.of());
    static final ObservedSession UNREADABLE = new ObservedSession(State.UNREADABLE, Optional.empty(), List.of());

    ObservedSession {
        candidates = List.copyOf(candidates);
    }

    /** The session that an authentication opens in this one. */
    ObservedSession opened(HeardHandshake handshake, SessionKeys keys) {
        List<Messaging> opened = switch (handshake.method()) {
            case D40 -> List.of(new D40Messaging(des(keys)));
            case ISO -> List.of(Ev1Messaging.opened(des(keys)));
            case AES -> List.of(Ev1Messaging.opened(aes(keys)));
            case EV2 ->
                transactions(
                        handshake.first(),
                        keys,
                        new Cmac(BlockCipher.aes(keys.mac().reveal())),
                        new Cryptograms.Cbc(aes(keys)));
            case LRP -> {
                Lrp lrp = new Lrp(keys.encryption().reveal());
                yield transactions(
                        handshake.first(), keys, lrp.cmac(0), new Cryptograms.Lricb(lrp, handshake.first() ? 1 : 0));
            }
        };
        State known = opened.size() == 1 ? State.CERTAIN : State.DOUBTFUL;
        return opened.isEmpty() ? UNREADABLE : new ObservedSession(known, Optional.of(handshake.keyNo()), opened);
    }

    private static BlockCipher des(SessionKeys keys) {
        return BlockCipher.des(keys.encryption().reveal());
    }

    private static BlockCipher aes(SessionKeys keys) {
        return BlockCipher.aes(keys.encryption().reveal());
    }

    /** A transaction that begins, or those that may go on. */
    private List<Messaging> transactions(boolean first, SessionKeys keys, Cmac cmac, Cryptograms cryptograms) {
        return first
                ? List.of(new TransactionMessaging(cmac, keys.opening().slice(0, TI_LENGTH), 0, cryptograms))
                : transactions()
                        .<Messaging>map(one -> new TransactionMessaging(cmac, one.ti(), one.cmdCtr(), cryptograms))
                        .toList();
    }

    private Stream<TransactionMessaging> transactions() {
        return candidates.stream()
                .filter(TransactionMessaging.class::isInstance)
                .map(TransactionMessaging.class::cast);
    }

    /** Transaction identifier, 4 bytes; empty if there is none. */
    Bytes ti() {
        return transactions().findFirst().map(TransactionMessaging::ti).orElse(Bytes.EMPTY);
    }

    boolean isReadable() {
        return !candidates.isEmpty();
    }

    ObservedSession certain(Messaging messaging) {
        return new ObservedSession(State.CERTAIN, keyNo, List.of(messaging));
    }

    ObservedSession doubtful(Stream<Messaging> possible) {
        List<Messaging> distinct = possible.distinct().limit(MOST).toList();
        return new ObservedSession(State.DOUBTFUL, keyNo, distinct);
    }

    /** After an exchange that was not heard, or is of another kind. */
    ObservedSession afterGap() {
        return isReadable() ? doubtful(candidates.stream().flatMap(one -> one.afterDoubt().stream())) : this;
    }

    /** Nothing of its keys. */
    @Override
    public String toString() {
        return "session, " + state;
    }
}
