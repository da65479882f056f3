package io.github.tagsmith.desfire.channel;

import io.github.tagsmith.core.apdu.CountingChannel;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.Instruction;

/** The way of native commands to the card: it knows frames and nothing of sessions. */
final class NativeLink {

    private final CountingChannel transport;
    private FramingChoice choice;
    private FrameLimits limits;
    private boolean interrupted;

    NativeLink(CountingChannel transport, FramingChoice choice, FrameLimits limits) {
        this.transport = transport;
        this.choice = choice;
        this.limits = limits;
    }

    CountingChannel transport() {
        return transport;
    }

    Framing framing() {
        return choice.framing();
    }

    FrameLimits limits() {
        return limits;
    }

    void limits(FrameLimits newLimits) {
        limits = newLimits;
    }

    /** The next command is the first one in an application. */
    void reopen() {
        choice = choice.reopened();
    }

    /** A handshake was left half way: the card waits for its second message. */
    void interrupt() {
        interrupted = true;
    }

    /** A whole command, of which the first frame holds no more than is said, and a whole answer. */
    NativeAnswer send(Instruction instruction, Bytes body, int first, FrameLimits within, FrameListener listener)
            throws NfcException {
        return begin(() -> chain(within, listener).send(instruction, body, first));
    }

    /** One frame that opens a handshake. */
    NativeAnswer open(Instruction instruction, Bytes body) throws NfcException {
        return begin(() -> chain(limits, FrameListener.NONE).exchange(instruction, body));
    }

    /** The second frame of a handshake. */
    NativeAnswer goOn(Bytes body) throws NfcException {
        NativeAnswer answer = chain(limits, FrameListener.NONE).exchange(Instruction.ADDITIONAL_FRAME, body);
        interrupted = false;
        return answer;
    }

    private interface Way {
        NativeAnswer go() throws NfcException;
    }

    /**
     * A command is sent a second time only where the card said that it did not look at it: in another framing, or because it
     * dropped an unfinished handshake first (CA).
     */
    private NativeAnswer begin(Way way) throws NfcException {
        NativeAnswer answer = way.go();
        if (choice.isWrong(answer)) {
            choice = choice.other();
            answer = way.go();
        }
        choice = choice.kept();
        if (interrupted && answer.is(DesfireStatus.COMMAND_ABORTED)) {
            answer = way.go();
        }
        interrupted = false;
        return answer;
    }

    private FrameChain chain(FrameLimits within, FrameListener listener) {
        return new FrameChain(transport, choice.framing(), within, listener);
    }
}
