package io.github.tagsmith.core.pcsc.nat;

/**
 * The C functions, with the names and argument order of {@code winscard.h}. Scalars are 64-bit on every system and results
 * are cut by {@link Abi#code}; see {@link Abi} for why that is right.
 *
 * <p>Memory is handed over by its address, 0 for none: of a parameter that is an object, jnr-ffi examines the class when it makes
 * the functions. It must stay reachable until it returns: {@link WinScard} sees to that.
 */
public interface LibPcsc {

    /**
     * SCardEstablishContext.
     *
     * @param scope SCARD_SCOPE_SYSTEM
     * @param reserved1 0
     * @param reserved2 0
     * @param context receives the context
     * @return a return code
     */
    long SCardEstablishContext(long scope, long reserved1, long reserved2, long context);

    /**
     * SCardReleaseContext.
     *
     * @param context the context
     * @return a return code
     */
    long SCardReleaseContext(long context);

    /**
     * SCardIsValidContext.
     *
     * @param context the context
     * @return a return code
     */
    long SCardIsValidContext(long context);

    /**
     * SCardCancel: the one function that may be called while another thread is in a call on the same context.
     *
     * @param context the context
     * @return a return code
     */
    long SCardCancel(long context);

    /**
     * SCardListReaderGroups.
     *
     * @param context the context
     * @param groups receives a multi-string; 0 to ask for its length
     * @param length in and out: its length in characters
     * @return a return code
     */
    long SCardListReaderGroups(long context, long groups, long length);

    /**
     * SCardListReaders.
     *
     * @param context the context
     * @param groups 0 for all
     * @param readers receives a multi-string; 0 to ask for its length
     * @param length in and out: its length in characters
     * @return a return code
     */
    long SCardListReaders(long context, long groups, long readers, long length);

    /**
     * SCardGetStatusChange.
     *
     * @param context the context
     * @param timeout in milliseconds, FFFFFFFF for ever
     * @param states an array of SCARD_READERSTATE
     * @param count how many
     * @return a return code
     */
    long SCardGetStatusChange(long context, long timeout, long states, long count);

    /**
     * SCardConnect.
     *
     * @param context the context
     * @param reader its name, zero-terminated
     * @param shareMode SCARD_SHARE
     * @param protocols a mask of SCARD_PROTOCOL
     * @param handle receives the handle
     * @param activeProtocol receives the protocol
     * @return a return code
     */
    long SCardConnect(long context, long reader, long shareMode, long protocols, long handle, long activeProtocol);

    /**
     * SCardReconnect.
     *
     * @param handle the handle
     * @param shareMode SCARD_SHARE
     * @param protocols a mask of SCARD_PROTOCOL
     * @param initialization what happens to the card
     * @param activeProtocol receives the protocol
     * @return a return code
     */
    long SCardReconnect(long handle, long shareMode, long protocols, long initialization, long activeProtocol);

    /**
     * SCardDisconnect.
     *
     * @param handle the handle
     * @param disposition what happens to the card
     * @return a return code
     */
    long SCardDisconnect(long handle, long disposition);

    /**
     * SCardBeginTransaction.
     *
     * @param handle the handle
     * @return a return code
     */
    long SCardBeginTransaction(long handle);

    /**
     * SCardEndTransaction.
     *
     * @param handle the handle
     * @param disposition what happens to the card
     * @return a return code
     */
    long SCardEndTransaction(long handle, long disposition);

    /**
     * SCardStatus.
     *
     * @param handle the handle
     * @param readerName receives a multi-string, or 0
     * @param readerLength in and out: its length in characters
     * @param state receives a mask of states
     * @param protocol receives the protocol
     * @param atr receives the ATR
     * @param atrLength in and out: its length
     * @return a return code
     */
    long SCardStatus(
            long handle, long readerName, long readerLength, long state, long protocol, long atr, long atrLength);

    /**
     * SCardTransmit.
     *
     * @param handle the handle
     * @param sendPci protocol header of the command
     * @param command the command
     * @param commandLength its length in bytes
     * @param receivePci receives the protocol header of the answer, or 0
     * @param answer receives the answer
     * @param answerLength in and out: its length in bytes
     * @return a return code
     */
    long SCardTransmit(
            long handle,
            long sendPci,
            long command,
            long commandLength,
            long receivePci,
            long answer,
            long answerLength);

    /**
     * SCardControl; on macOS SCardControl132.
     *
     * @param handle the handle
     * @param code SCARD_CTL_CODE of a function
     * @param input what the driver is given
     * @param inputLength its length in bytes
     * @param output receives what it answers
     * @param outputRoom how much fits there, in bytes
     * @param outputLength receives the length in bytes
     * @return a return code
     */
    long SCardControl(
            long handle, long code, long input, long inputLength, long output, long outputRoom, long outputLength);

    /**
     * SCardGetAttrib.
     *
     * @param handle the handle
     * @param attribute its tag
     * @param value receives the value
     * @param length in and out: its length in bytes
     * @return a return code
     */
    long SCardGetAttrib(long handle, long attribute, long value, long length);

    /**
     * SCardSetAttrib.
     *
     * @param handle the handle
     * @param attribute its tag
     * @param value the value
     * @param length its length in bytes
     * @return a return code
     */
    long SCardSetAttrib(long handle, long attribute, long value, long length);
}
