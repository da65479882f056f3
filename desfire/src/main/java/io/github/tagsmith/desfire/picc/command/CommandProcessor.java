package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.core.apdu.CommandApdu;
import io.github.tagsmith.core.apdu.ResponseApdu;
import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.picc.memory.CardState;
import io.github.tagsmith.desfire.picc.memory.KeyPlace;
import io.github.tagsmith.desfire.picc.proximity.ProximityCheck;
import io.github.tagsmith.desfire.picc.sm.Answer;
import io.github.tagsmith.desfire.picc.sm.CardSession;
import io.github.tagsmith.desfire.picc.sm.Handshake;
import io.github.tagsmith.desfire.picc.sm.ReceivedCommand;
import io.github.tagsmith.desfire.picc.sm.Refusal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Does native commands one after the other. What a command changes is a draft until its answer is made; then it becomes the card in
 * one step. A refused command changes nothing, but it ends the session, and with it the transaction of an authenticated reader
 * (protocol reference section 5; libnxpsc, hardware notes, EV3).
 *
 * <p>An instance belongs to one thread at a time.
 */
public final class CommandProcessor {

    private static final Set<Instruction> WHOLE = EnumSet.of(
            Instruction.READ_DATA_ISO,
            Instruction.WRITE_DATA_ISO,
            Instruction.READ_RECORDS_ISO,
            Instruction.WRITE_RECORD_ISO,
            Instruction.UPDATE_RECORD_ISO);

    private final RandomSource random;
    private final Consumer<CardState> changed;
    private CardState stored;
    private Activation activation = Activation.FRESH;
    private Chain chain = Chain.NONE;

    /**
     * A card that has just come into the field.
     *
     * @param stored what it keeps without power
     * @param random where its nonces come from
     * @param changed told of every new state
     */
    public CommandProcessor(CardState stored, RandomSource random, Consumer<CardState> changed) {
        this.stored = stored;
        this.random = random;
        this.changed = changed;
    }

    /**
     * What the card keeps without power.
     *
     * @return its state after the last command
     */
    public CardState stored() {
        return stored;
    }

    /**
     * Whether a command and its answer come in one piece.
     *
     * @param code its first byte
     * @return true for commands that the transport chains, and on cards that know no other
     */
    public boolean isWhole(int code) {
        return !stored.generation().can(Capability.NATIVE_CHAINING)
                || Instruction.of(code).filter(WHOLE::contains).isPresent();
    }

    /** The field goes: sessions, chains and transactions are forgotten. */
    public void reset() {
        activation = Activation.FRESH;
        chain = Chain.NONE;
    }

    /**
     * Does a command, or a part of one.
     *
     * @param code its first byte
     * @param parameters what follows
     * @param frameSize how many bytes of data a frame of the answer takes
     * @return the answer, or a part of it
     */
    public Reply process(int code, Bytes parameters, int frameSize) {
        Chain before = chain;
        chain = Chain.NONE;
        Reply reply;
        try {
            reply = code == Instruction.ADDITIONAL_FRAME.code()
                    ? proceed(before, parameters, frameSize)
                    : begin(before, code, parameters, frameSize);
        } catch (Refusal refused) {
            reply = Reply.of(refused.status());
        }
        if (!reply.isGood()) {
            chain = Chain.NONE;
            activation = afterError(reply.status());
        }
        return reply;
    }

    /**
     * Does an ISO 7816-4 command of class 00.
     *
     * @param command the command
     * @return its answer
     */
    public ResponseApdu process(CommandApdu command) {
        chain = Chain.NONE;
        Draft draft = draft();
        try {
            ResponseApdu answer = IsoCommands.handle(draft, command);
            activation = draft.activation();
            storeChanges(draft);
            return answer;
        } catch (IsoRefusal refused) {
            activation = activation.with(Passing.NONE);
            return new ResponseApdu(Bytes.EMPTY, refused.status());
        } catch (Refusal refused) {
            activation = activation.with(draft.activation().delay()).with(Passing.NONE);
            return new ResponseApdu(Bytes.EMPTY, StatusWord.CONDITIONS_NOT_SATISFIED);
        }
    }

    private Reply begin(Chain before, int code, Bytes parameters, int frameSize) throws Refusal {
        if (!(before instanceof Chain.None)) {
            throw new Refusal(DesfireStatus.COMMAND_ABORTED);
        }
        Instruction instruction = Instruction.of(code).orElseThrow(() -> new Refusal(DesfireStatus.ILLEGAL_COMMAND));
        Draft draft = draft();
        if (activation.proximity().isPresent() && !ProximityChecks.belongs(instruction)) {
            throw new Refusal(DesfireStatus.PROXIMITY_CHECK_STATE);
        }
        if (Authentication.isBegunBy(instruction, draft)) {
            return shake(instruction, draft, parameters);
        }
        CommandRow row = CommandTable.row(instruction, stored.generation())
                .orElseThrow(() -> new Refusal(DesfireStatus.ILLEGAL_COMMAND));
        if (row.secondFrame() > 0) {
            Admission.requireLevel(row, draft);
            CommandRow.requireAtLeast(parameters.length(), row.shortest() - row.secondFrame());
            row.permit().check(draft);
            chain = new Chain.Incoming(row, parameters);
            return Reply.of(DesfireStatus.ADDITIONAL_FRAME);
        }
        return receive(row, parameters, frameSize);
    }

    /** An error ends the session, and a proximity check unless it was only in the way. */
    private Activation afterError(DesfireStatus status) {
        Activation left = activation.loggedOut();
        return status == DesfireStatus.PROXIMITY_CHECK_STATE ? left : left.with(Optional.<ProximityCheck>empty());
    }

    private Reply proceed(Chain before, Bytes parameters, int frameSize) throws Refusal {
        if (before instanceof Chain.Incoming incoming) {
            return receive(incoming.row(), incoming.parameters().plus(parameters), frameSize);
        }
        if (before instanceof Chain.Shaking shaking) {
            return finish(shaking, parameters);
        }
        if (before instanceof Chain.Outgoing outgoing) {
            if (!parameters.isEmpty()) {
                throw new Refusal(DesfireStatus.LENGTH_ERROR);
            }
            return send(outgoing.frames(), outgoing.status());
        }
        throw new Refusal(DesfireStatus.ILLEGAL_COMMAND);
    }

    private Draft draft() {
        return new Draft(stored, activation, random);
    }

    /** The challenge. The session before stays, as a further authentication goes on with it. */
    private Reply shake(Instruction instruction, Draft draft, Bytes parameters) throws Refusal {
        Chain.Shaking shaking;
        try {
            shaking = Authentication.begin(instruction, draft, parameters);
        } finally {
            activation = activation.with(draft.activation().delay());
        }
        chain = shaking;
        return new Reply(DesfireStatus.ADDITIONAL_FRAME, shaking.handshake().challenge());
    }

    private Reply finish(Chain.Shaking shaking, Bytes token) throws Refusal {
        Draft draft = draft();
        KeyPlace key = shaking.login().place();
        try {
            Handshake.Established established = shaking.handshake().finish(token);
            FailedAuthentications.succeeded(draft, key);
            activation = (shaking.goesOn() ? activation : activation.with(Transaction.NONE))
                    .loggedIn(shaking.login(), established.session());
            return new Reply(DesfireStatus.OPERATION_OK, established.answer());
        } catch (Refusal refused) {
            if (refused.status() == DesfireStatus.AUTHENTICATION_ERROR) {
                FailedAuthentications.failed(draft, key);
                activation = draft.activation();
            }
            throw refused;
        } finally {
            storeChanges(draft);
        }
    }

    /** Does the command, or waits for its rest. */
    private Reply receive(CommandRow row, Bytes parameters, int frameSize) throws Refusal {
        Draft draft = draft();
        Admission.requireLevel(row, draft);
        Admission.turn(row, draft, parameters);
        ReceivedCommand received = row.receive(parameters);
        row.permit().check(draft);
        CommMode mode = row.mode().of(draft, Admission.header(draft, received));
        if (!isWhole(row.instruction().code()) && Admission.isUnfinished(row, draft, received, mode)) {
            chain = new Chain.Incoming(row, parameters);
            return Reply.of(DesfireStatus.ADDITIONAL_FRAME);
        }
        Outcome outcome = run(row, received, mode, draft);
        CardSession.Closed closed = draft.activation()
                .messaging()
                .close(
                        new Answer(row.instruction(), outcome.status(), outcome.data(), outcome.fill()),
                        outcome.mode().orElse(mode));
        activation = draft.activation().with(closed.next());
        storeChanges(draft);
        return send(
                Frames.split(closed.wire(), outcome.cuts(), frameSize - frameSize % closed.unit()), outcome.status());
    }

    private static Outcome run(CommandRow row, ReceivedCommand received, CommMode mode, Draft draft) throws Refusal {
        Bytes rest = received.rest();
        if (row.opened()) {
            CardSession.Opened opened = draft.activation().messaging().open(received, mode);
            draft.activate(draft.activation().with(opened.next()));
            rest = opened.data();
        }
        Bytes clear = Admission.header(draft, received).plus(rest);
        row.checkLength(clear.length());
        return row.handler().handle(draft, new Parameters(received, clear));
    }

    private void storeChanges(Draft draft) {
        if (draft.isChanged()) {
            stored = draft.stored();
            changed.accept(stored);
        }
    }

    private Reply send(List<Bytes> frames, DesfireStatus status) {
        if (frames.size() == 1) {
            return new Reply(status, frames.get(0));
        }
        chain = new Chain.Outgoing(frames.subList(1, frames.size()), status);
        return new Reply(DesfireStatus.ADDITIONAL_FRAME, frames.get(0));
    }
}
