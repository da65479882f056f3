package io.github.tagsmith.core.pcsc.nat;

import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/**
 * The calls into the library, one for each C function. Memory that a call is given stays reachable until it returns, and return
 * codes are cut to their 32 bits.
 */
public final class WinScard {

    private static final long NONE = 0;

    private final LibPcsc functions;
    private final Abi abi;

    /**
     * The calls into a library.
     *
     * @param library the library
     */
    public WinScard(PcscLibrary library) {
        this.functions = library.functions();
        this.abi = library.abi();
    }

    /**
     * Establishes a context; SCardEstablishContext.
     *
     * @param scope SCARD_SCOPE
     * @param context receives the context
     * @return a return code
     */
    public long establishContext(long scope, NativeMemory context) {
        try {
            return abi.code(functions.SCardEstablishContext(scope, NONE, NONE, context.address()));
        } finally {
            Reference.reachabilityFence(context);
        }
    }

    /**
     * Releases a context; SCardReleaseContext.
     *
     * @param context the context
     * @return a return code
     */
    public long releaseContext(long context) {
        return abi.code(functions.SCardReleaseContext(context));
    }

    /**
     * Asks whether a context is still valid; SCardIsValidContext.
     *
     * @param context the context
     * @return a return code
     */
    public long isValidContext(long context) {
        return abi.code(functions.SCardIsValidContext(context));
    }

    /**
     * Ends the wait of another thread; SCardCancel.
     *
     * @param context the context
     * @return a return code
     */
    public long cancel(long context) {
        return abi.code(functions.SCardCancel(context));
    }

    /**
     * Lists the reader groups; SCardListReaderGroups.
     *
     * @param context the context
     * @param groups receives a multi-string; null to ask for its length
     * @param length in and out: its length in characters
     * @return a return code
     */
    public long listReaderGroups(long context, @Nullable NativeMemory groups, NativeMemory length) {
        try {
            return abi.code(functions.SCardListReaderGroups(context, address(groups), length.address()));
        } finally {
            Reference.reachabilityFence(groups);
            Reference.reachabilityFence(length);
        }
    }

    /**
     * Lists the readers; SCardListReaders.
     *
     * @param context the context
     * @param groups a multi-string, or null for all
     * @param readers receives a multi-string; null to ask for its length
     * @param length in and out: its length in characters
     * @return a return code
     */
    public long listReaders(
            long context, @Nullable NativeMemory groups, @Nullable NativeMemory readers, NativeMemory length) {
        try {
            return abi.code(functions.SCardListReaders(context, address(groups), address(readers), length.address()));
        } finally {
            Reference.reachabilityFence(groups);
            Reference.reachabilityFence(readers);
            Reference.reachabilityFence(length);
        }
    }

    /**
     * Waits for a change; SCardGetStatusChange.
     *
     * @param context the context
     * @param timeout milliseconds
     * @param states an array of SCARD_READERSTATE
     * @param count how many
     * @return a return code
     */
    public long getStatusChange(long context, long timeout, NativeMemory states, long count) {
        try {
            return abi.code(functions.SCardGetStatusChange(context, timeout, states.address(), count));
        } finally {
            Reference.reachabilityFence(states);
        }
    }

    /**
     * Connects; SCardConnect.
     *
     * @param context the context
     * @param reader its name
     * @param shareMode SCARD_SHARE
     * @param protocols a mask of SCARD_PROTOCOL
     * @param handle receives the handle
     * @param activeProtocol receives the protocol
     * @return a return code
     */
    public long connect(
            long context,
            NativeMemory reader,
            long shareMode,
            long protocols,
            NativeMemory handle,
            NativeMemory activeProtocol) {
        try {
            return abi.code(functions.SCardConnect(
                    context, reader.address(), shareMode, protocols, handle.address(), activeProtocol.address()));
        } finally {
            Reference.reachabilityFence(reader);
            Reference.reachabilityFence(handle);
            Reference.reachabilityFence(activeProtocol);
        }
    }

    /**
     * Connects anew; SCardReconnect.
     *
     * @param handle the handle
     * @param shareMode SCARD_SHARE
     * @param protocols a mask of SCARD_PROTOCOL
     * @param initialization what happens to the card
     * @param activeProtocol receives the protocol
     * @return a return code
     */
    public long reconnect(
            long handle, long shareMode, long protocols, long initialization, NativeMemory activeProtocol) {
        try {
            return abi.code(
                    functions.SCardReconnect(handle, shareMode, protocols, initialization, activeProtocol.address()));
        } finally {
            Reference.reachabilityFence(activeProtocol);
        }
    }

    /**
     * Disconnects; SCardDisconnect.
     *
     * @param handle the handle
     * @param disposition what happens to the card
     * @return a return code
     */
    public long disconnect(long handle, long disposition) {
        return abi.code(functions.SCardDisconnect(handle, disposition));
    }

    /**
     * Begins a transaction; SCardBeginTransaction.
     *
     * @param handle the handle
     * @return a return code
     */
    public long beginTransaction(long handle) {
        return abi.code(functions.SCardBeginTransaction(handle));
    }

    /**
     * Ends a transaction; SCardEndTransaction.
     *
     * @param handle the handle
     * @param disposition what happens to the card
     * @return a return code
     */
    public long endTransaction(long handle, long disposition) {
        return abi.code(functions.SCardEndTransaction(handle, disposition));
    }

    /**
     * Asks for the status of a connection; SCardStatus.
     *
     * @param handle the handle
     * @param reader receives a multi-string
     * @param readerLength in and out: its length in characters
     * @param state receives a mask of states
     * @param protocol receives the protocol
     * @param atr receives the ATR
     * @param atrLength in and out: its length
     * @return a return code
     */
    public long status(
            long handle,
            NativeMemory reader,
            NativeMemory readerLength,
            NativeMemory state,
            NativeMemory protocol,
            NativeMemory atr,
            NativeMemory atrLength) {
        try {
            return abi.code(functions.SCardStatus(
                    handle,
                    reader.address(),
                    readerLength.address(),
                    state.address(),
                    protocol.address(),
                    atr.address(),
                    atrLength.address()));
        } finally {
            Reference.reachabilityFence(reader);
            Reference.reachabilityFence(readerLength);
            Reference.reachabilityFence(state);
            Reference.reachabilityFence(protocol);
            Reference.reachabilityFence(atr);
            Reference.reachabilityFence(atrLength);
        }
    }

    /**
     * Exchanges an APDU; SCardTransmit.
     *
     * @param handle the handle
     * @param sendPci protocol header of the command
     * @param command the command
     * @param commandLength its length in bytes
     * @param receivePci receives the protocol header of the answer, or null
     * @param answer receives the answer
     * @param answerLength in and out: its length in bytes
     * @return a return code
     */
    public long transmit(
            long handle,
            NativeMemory sendPci,
            NativeMemory command,
            long commandLength,
            @Nullable NativeMemory receivePci,
            NativeMemory answer,
            NativeMemory answerLength) {
        try {
            return abi.code(functions.SCardTransmit(
                    handle,
                    sendPci.address(),
                    command.address(),
                    commandLength,
                    address(receivePci),
                    answer.address(),
                    answerLength.address()));
        } finally {
            Reference.reachabilityFence(sendPci);
            Reference.reachabilityFence(command);
            Reference.reachabilityFence(receivePci);
            Reference.reachabilityFence(answer);
            Reference.reachabilityFence(answerLength);
        }
    }

    /**
     * Talks to the driver; SCardControl.
     *
     * @param handle the handle
     * @param code SCARD_CTL_CODE of a function
     * @param input what the driver is given
     * @param inputLength its length in bytes
     * @param output receives what it answers
     * @param outputLength receives the length in bytes
     * @return a return code
     */
    public long control(
            long handle,
            long code,
            NativeMemory input,
            long inputLength,
            NativeMemory output,
            NativeMemory outputLength) {
        try {
            return abi.code(functions.SCardControl(
                    handle,
                    code,
                    input.address(),
                    inputLength,
                    output.address(),
                    output.size(),
                    outputLength.address()));
        } finally {
            Reference.reachabilityFence(input);
            Reference.reachabilityFence(output);
            Reference.reachabilityFence(outputLength);
        }
    }

    /**
     * Reads an attribute; SCardGetAttrib.
     *
     * @param handle the handle
     * @param attribute its tag
     * @param value receives the value
     * @param length in and out: its length in bytes
     * @return a return code
     */
    public long getAttribute(long handle, long attribute, NativeMemory value, NativeMemory length) {
        try {
            return abi.code(functions.SCardGetAttrib(handle, attribute, value.address(), length.address()));
        } finally {
            Reference.reachabilityFence(value);
            Reference.reachabilityFence(length);
        }
    }

    /**
     * Writes an attribute; SCardSetAttrib.
     *
     * @param handle the handle
     * @param attribute its tag
     * @param value the value
     * @param length its length in bytes
     * @return a return code
     */
    public long setAttribute(long handle, long attribute, NativeMemory value, long length) {
        try {
            return abi.code(functions.SCardSetAttrib(handle, attribute, value.address(), length));
        } finally {
            Reference.reachabilityFence(value);
        }
    }

    private static long address(@Nullable NativeMemory memory) {
        return memory == null ? NONE : memory.address();
    }
}
