package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.desfire.picc.proximity.ProximityCheck;
import io.github.tagsmith.desfire.picc.sm.CardSession;
import io.github.tagsmith.desfire.picc.sm.NoSession;
import java.util.Optional;

/**
 * What the card forgets without power.
 *
 * @param selection what is selected
 * @param login who is authenticated
 * @param messaging the session that protects commands and answers
 * @param transaction the open transaction
 * @param passing what the command before left to the next one
 * @param proximity the proximity check in progress
 * @param delay authentications that were put off
 */
record Activation(
        Selection selection,
        Optional<Login> login,
        CardSession messaging,
        Transaction transaction,
        Passing passing,
        Optional<ProximityCheck> proximity,
        AuthenticationDelay delay) {

    /** The field came on. */
    static final Activation FRESH = new Activation(
            Selection.CARD,
            Optional.empty(),
            new NoSession(),
            Transaction.NONE,
            Passing.NONE,
            Optional.empty(),
            AuthenticationDelay.NONE);

    /** After a selection: nobody is authenticated, nothing is open. */
    Activation selecting(Selection selected) {
        return new Activation(
                selected, Optional.empty(), new NoSession(), Transaction.NONE, Passing.NONE, Optional.empty(), delay);
    }

    /** After an authentication: a new session. */
    Activation loggedIn(Login newLogin, CardSession session) {
        return new Activation(
                selection,
                Optional.of(newLogin),
                session,
                transaction,
                Passing.NONE,
                proximity,
                AuthenticationDelay.NONE);
    }

    /** After the session was lost; a transaction of an authenticated reader is dropped with it. */
    Activation loggedOut() {
        return login.isEmpty()
                ? this
                : new Activation(
                        selection, Optional.empty(), new NoSession(), Transaction.NONE, Passing.NONE, proximity, delay);
    }

    Activation with(Selection selected) {
        return new Activation(selected, login, messaging, transaction, passing, proximity, delay);
    }

    Activation with(CardSession session) {
        return new Activation(selection, login, session, transaction, passing, proximity, delay);
    }

    Activation with(Transaction newTransaction) {
        return new Activation(selection, login, messaging, newTransaction, passing, proximity, delay);
    }

    Activation with(Passing left) {
        return new Activation(selection, login, messaging, transaction, left, proximity, delay);
    }

    Activation with(Optional<ProximityCheck> check) {
        return new Activation(selection, login, messaging, transaction, passing, check, delay);
    }

    Activation with(AuthenticationDelay newDelay) {
        return new Activation(selection, login, messaging, transaction, passing, proximity, newDelay);
    }
}
