package io.github.tagsmith.desfire.channel;

import io.github.tagsmith.core.apdu.ApduChannel;
import io.github.tagsmith.core.apdu.CommandApdu;
import io.github.tagsmith.core.apdu.CountingChannel;
import io.github.tagsmith.core.apdu.ResponseApdu;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.DesfireCommand;
import io.github.tagsmith.desfire.command.SelectApplication;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.sm.AcceptedAnswer;
import io.github.tagsmith.desfire.sm.AuthenticationKey;
import io.github.tagsmith.desfire.sm.Handshake;
import io.github.tagsmith.desfire.sm.KeyAnswer;
import io.github.tagsmith.desfire.sm.LostSession;
import io.github.tagsmith.desfire.sm.PlainSession;
import io.github.tagsmith.desfire.sm.ProtectedCommand;
import io.github.tagsmith.desfire.sm.Session;
import io.github.tagsmith.desfire.sm.SessionKeys;
import java.util.Optional;

/**
 * Commands to a DESFire card under the session that is current. From the moment a command leaves until its answer was
 * verified, the session is lost; an answer that is wrong, refused or missing leaves it so. Nothing is sent again by itself.
 */
public final class DesfireChannel {

    private static final int ISO_SELECT = 0xA4;

    private final NativeLink link;
    private Session session = new PlainSession();
    private Optional<Aid> application = Optional.of(Aid.PICC);

    private DesfireChannel(ApduChannel transport, Optional<Framing> framing, FrameLimits limits) {
        this.link = new NativeLink(new CountingChannel(transport), FramingChoice.of(framing), limits);
    }

    /**
     * A channel that wraps commands in APDUs, and falls back to bare ones where a card does not know that.
     *
     * @param transport where frames go
     * @return the channel, with {@link FrameLimits#SHORT}
     */
    public static DesfireChannel over(ApduChannel transport) {
        return new DesfireChannel(transport, Optional.empty(), FrameLimits.SHORT);
    }

    /**
     * A channel with one framing.
     *
     * @param transport where frames go
     * @param framing their form
     * @return the channel, with {@link FrameLimits#SHORT}
     */
    public static DesfireChannel over(ApduChannel transport, Framing framing) {
        return new DesfireChannel(transport, Optional.of(framing), FrameLimits.SHORT);
    }

    /**
     * Sets what card and reader take at once, as far as that became known.
     *
     * @param limits the limits
     */
    public void setLimits(FrameLimits limits) {
        link.limits(limits);
    }

    /**
     * What card and reader take at once.
     *
     * @return the limits
     */
    public FrameLimits limits() {
        return link.limits();
    }

    /**
     * The framing that is used.
     *
     * @return native or wrapped
     */
    public Framing framing() {
        return link.framing();
    }

    /**
     * The session that is current.
     *
     * @return a plain one at first
     */
    public Session session() {
        return session;
    }

    /**
     * The application that is selected.
     *
     * @return 000000 at first; nothing after a selection by name or file identifier
     */
    public Optional<Aid> application() {
        return application;
    }

    /**
     * How many frames were exchanged.
     *
     * @return their number, those without an answer included
     */
    public int exchanges() {
        return link.transport().count();
    }

    /**
     * Goes on without an authentication, knowingly: after an error status the card has none any more.
     */
    public void leaveSession() {
        session = new PlainSession();
    }

    /**
     * Sends a command and decodes its answer.
     *
     * @param command the command
     * @param <T> what its answer says
     * @return that
     * @throws NfcException {@code REFUSED} or {@code AUTHENTICATION_FAILED} with the card's status, {@code PROTOCOL} if the
     *     answer is not as it should be, {@code INVALID_REQUEST} if the session cannot carry the command
     */
    public <T> T send(DesfireCommand<T> command) throws NfcException {
        return send(command, link.limits(), FrameListener.NONE);
    }

    /**
     * Sends a command within limits of its own.
     *
     * @param command the command
     * @param limits how long its frames and their answers may be
     * @param listener follows the frames
     * @param <T> what its answer says
     * @return that
     * @throws NfcException as {@link #send(DesfireCommand)}
     */
    public <T> T send(DesfireCommand<T> command, FrameLimits limits, FrameListener listener) throws NfcException {
        Session before = session;
        ProtectedCommand sent = before.protect(command);
        Instruction instruction = command.instruction();
        if (instruction == Instruction.SELECT_APPLICATION) {
            link.reopen();
        }
        session = new LostSession("no right answer to " + instruction);
        int first = command.dataInOwnFrame()
                ? command.header().length()
                : sent.body().length();
        NativeAnswer answer = link.send(instruction, sent.body(), first, limits, listener);
        if (!answer.isDone(instruction)) {
            session = refusedIn(before, instruction + " was refused with " + answer.sw());
            throw StatusErrors.refused(instruction, answer, before.origin());
        }
        AcceptedAnswer accepted = sent.awaited().accept(answer.status(), answer.data());
        session = accepted.next();
        if (command instanceof SelectApplication selection) {
            application = Optional.of(selection.aid());
        }
        return command.decodeFrames(answer.cut(accepted.data()));
    }

    /**
     * Sends a command of ISO/IEC 7816-4, which no session protects.
     *
     * @param command an APDU of class 00
     * @return the response, whatever its status
     * @throws NfcException {@code INVALID_REQUEST} inside a session, unless it is SELECT, which ends that
     */
    public ResponseApdu transmit(CommandApdu command) throws NfcException {
        Session before = session;
        boolean selects = command.ins() == ISO_SELECT;
        if (!selects && !(before instanceof PlainSession)) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "an ISO 7816-4 command inside a session is not protected")
                    .withHint("select the application again first, or use the native command");
        }
        if (selects) {
            link.reopen();
        }
        session = new LostSession("no answer to an ISO 7816-4 command");
        ResponseApdu response = link.transport().transmit(command);
        if (selects && response.isOk()) {
            application = Optional.empty();
        }
        session = selects && !response.isOk() ? refusedIn(before, "a selection was refused") : new PlainSession();
        return response;
    }

    /** A refusal ends an authentication; without one it changes nothing. */
    private static Session refusedIn(Session before, String why) {
        return before instanceof PlainSession ? before : new LostSession(why);
    }

    /**
     * Authenticates with a key that is at hand: two exchanges.
     *
     * @param method how
     * @param keyNo with which key of the selected application
     * @param key who holds it
     * @throws NfcException {@code AUTHENTICATION_FAILED} if card and key do not fit
     */
    public void authenticate(AuthenticationMethod method, KeyNo keyNo, AuthenticationKey key) throws NfcException {
        authenticate(Handshake.first(method, keyNo), key);
    }

    /**
     * Authenticates with another key inside a transaction of EV2 or LRP: two exchanges.
     *
     * @param keyNo with which key
     * @param key who holds it
     * @throws NfcException {@code AUTHENTICATION_FAILED} if card and key do not fit
     */
    public void authenticateNonFirst(KeyNo keyNo, AuthenticationKey key) throws NfcException {
        authenticate(Handshake.nonFirst(keyNo, session), key);
    }

    private void authenticate(Handshake handshake, AuthenticationKey key) throws NfcException {
        key.requireMethod(handshake.authentication().method());
        Handshake.Challenged challenged = begin(handshake);
        KeyAnswer answer = challenged.ask(key);
        Handshake.Proven proven = answer(challenged.answered(answer.token()));
        open(proven, answer.sessionKeys(proven.proof()));
    }

    /**
     * Begins an authentication whose key is somewhere else.
     *
     * @param handshake which one
     * @return the card's challenge
     * @throws NfcException {@code AUTHENTICATION_FAILED} or {@code REFUSED} if the card does not go along
     */
    public Handshake.Challenged begin(Handshake handshake) throws NfcException {
        session = new LostSession("an authentication is under way");
        NativeAnswer answer = link.open(handshake.instruction(), handshake.body());
        if (!answer.isPart()) {
            throw refused(handshake, answer);
        }
        link.interrupt();
        return handshake.challenged(answer.data());
    }

    /**
     * Goes on with the token of the holder of the key.
     *
     * @param answered the token
     * @return the card's proof
     * @throws NfcException {@code AUTHENTICATION_FAILED} if the card does not take it
     */
    public Handshake.Proven answer(Handshake.Answered answered) throws NfcException {
        session = new LostSession("an authentication is under way");
        NativeAnswer answer = link.goOn(answered.token());
        if (!answer.is(DesfireStatus.OPERATION_OK)) {
            throw refused(answered.handshake(), answer);
        }
        return answered.proven(answer.data());
    }

    /**
     * Ends an authentication: from now on commands are protected.
     *
     * @param proven the card's proof
     * @param keys what the holder of the key gave for it
     * @throws NfcException {@code PROTOCOL} if the keys do not fit the method
     */
    public void open(Handshake.Proven proven, SessionKeys keys) throws NfcException {
        session = proven.session(keys);
    }

    /** A refused authentication leaves the card without one. */
    private NfcException refused(Handshake handshake, NativeAnswer answer) {
        session = new PlainSession();
        return StatusErrors.refused(handshake.instruction(), answer, handshake.authentication(), application);
    }

    /** Framing, application and session; no keys. */
    @Override
    public String toString() {
        String origin = session.origin().map(Object::toString).orElse("no authentication");
        return framing() + " to " + application.map(Aid::toString).orElse("an application selected by name") + ", "
                + origin;
    }
}
