package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.picc.proximity.ProximityCheck;
import io.github.tagsmith.desfire.picc.sm.CardSession;
import io.github.tagsmith.desfire.picc.sm.NoSession;
import java.util.Optional;

/**
 * What the card forgets without power.
 *
 * @param selected the selected application, or the card itself
 * @param current the file that ISO 7816-4 commands go to
 * @param login who is authenticated
 * @param messaging the session that protects commands and answers
 * @param transaction the open transaction
 * @param sdmRead the file that the command before read with SDM
 * @param proximity the proximity check in progress
 */
record Activation(
        Aid selected,
        Optional<FileNo> current,
        Optional<Login> login,
        CardSession messaging,
        Transaction transaction,
        Optional<FileNo> sdmRead,
        Optional<ProximityCheck> proximity) {

    /** The field came on. */
    static final Activation FRESH = at(Aid.PICC);

    /** After a selection: nobody is authenticated, nothing is open. */
    static Activation at(Aid aid) {
        return new Activation(
                aid,
                Optional.empty(),
                Optional.empty(),
                new NoSession(),
                Transaction.NONE,
                Optional.empty(),
                Optional.empty());
    }

    /** The key that somebody is authenticated with. */
    Optional<KeyNo> key() {
        return login.map(Login::key);
    }

    boolean isMaster() {
        return key().equals(Optional.of(KeyNo.MASTER));
    }

    /** After an authentication: a new session; what was open is dropped. */
    Activation loggedIn(Login newLogin, CardSession session) {
        return new Activation(
                selected, current, Optional.of(newLogin), session, Transaction.NONE, Optional.empty(), proximity);
    }

    /** After the session was lost; a transaction of an authenticated reader is dropped with it. */
    Activation loggedOut() {
        return login.isEmpty()
                ? this
                : new Activation(
                        selected,
                        current,
                        Optional.empty(),
                        new NoSession(),
                        Transaction.NONE,
                        Optional.empty(),
                        proximity);
    }

    Activation with(CardSession session) {
        return new Activation(selected, current, login, session, transaction, sdmRead, proximity);
    }

    Activation with(Transaction newTransaction) {
        return new Activation(selected, current, login, messaging, newTransaction, sdmRead, proximity);
    }

    Activation withCurrent(FileNo file) {
        return new Activation(selected, Optional.of(file), login, messaging, transaction, sdmRead, proximity);
    }

    Activation withSdmRead(Optional<FileNo> file) {
        return new Activation(selected, current, login, messaging, transaction, file, proximity);
    }

    Activation with(Optional<ProximityCheck> check) {
        return new Activation(selected, current, login, messaging, transaction, sdmRead, check);
    }
}
