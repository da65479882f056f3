package io.github.tagsmith.core.pcsc.nat;

import jnr.ffi.Pointer;
import jnr.ffi.annotations.IgnoreError;
import org.jspecify.annotations.Nullable;

/**
 * The C functions, with the names and argument order of {@code winscard.h}. Scalars are 64-bit on every system and results
 * are cut by {@link Abi#code}; see {@link Abi} for why that is right.
 *
 * <p>Memory handed to a function must stay reachable until it returns: {@link WinScard} sees to that.
 */
public interface LibPcsc {

    /**
     * SCardEstablishContext.
     *
     * @param scope SCARD_SCOPE_SYSTEM
     * @param reserved1 null
     * @param reserved2 null
     * @param context receives the context
     * @return a return code
     */
    @IgnoreError
    long SCardEstablishContext(long scope, @Nullable Pointer reserved1, @Nullable Pointer reserved2, Pointer context);

    /**
     * SCardReleaseContext.
     *
     * @param context the context
     * @return a return code
     */
    @IgnoreError
    long SCardReleaseContext(long context);

    /**
     * SCardIsValidContext.
     *
     * @param context the context
     * @return a return code
     */
    @IgnoreError
    long SCardIsValidContext(long context);

    /**
     * SCardCancel: the one function that may be called while another thread is in a call on the same context.
     *
     * @param context the context
     * @return a return code
     */
    @IgnoreError
    long SCardCancel(long context);

    /**
     * SCardListReaderGroups.
     *
     * @param context the context
     * @param groups receives a multi-string; null to ask for its length
     * @param length in and out: its length in characters
     * @return a return code
     */
    @IgnoreError
    long SCardListReaderGroups(long context, @Nullable Pointer groups, Pointer length);

    /**
     * SCardListReaders.
     *
     * @param context the context
     * @param groups null for all
     * @param readers receives a multi-string; null to ask for its length
     * @param length in and out: its length in characters
     * @return a return code
     */
    @IgnoreError
    long SCardListReaders(long context, @Nullable Pointer groups, @Nullable Pointer readers, Pointer length);

    /**
     * SCardGetStatusChange.
     *
     * @param context the context
     * @param timeout in milliseconds, FFFFFFFF for ever
     * @param states an array of SCARD_READERSTATE
     * @param count how many
     * @return a return code
     */
    @IgnoreError
    long SCardGetStatusChange(long context, long timeout, Pointer states, long count);

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
    @IgnoreError
    long SCardConnect(
            long context, Pointer reader, long shareMode, long protocols, Pointer handle, Pointer activeProtocol);

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
    @IgnoreError
    long SCardReconnect(long handle, long shareMode, long protocols, long initialization, Pointer activeProtocol);

    /**
     * SCardDisconnect.
     *
     * @param handle the handle
     * @param disposition what happens to the card
     * @return a return code
     */
    @IgnoreError
    long SCardDisconnect(long handle, long disposition);

    /**
     * SCardBeginTransaction.
     *
     * @param handle the handle
     * @return a return code
     */
    @IgnoreError
    long SCardBeginTransaction(long handle);

    /**
     * SCardEndTransaction.
     *
     * @param handle the handle
     * @param disposition what happens to the card
     * @return a return code
     */
    @IgnoreError
    long SCardEndTransaction(long handle, long disposition);

    /**
     * SCardStatus.
     *
     * @param handle the handle
     * @param readerName receives a multi-string, or null
     * @param readerLength in and out: its length in characters
     * @param state receives a mask of states
     * @param protocol receives the protocol
     * @param atr receives the ATR
     * @param atrLength in and out: its length
     * @return a return code
     */
    @IgnoreError
    long SCardStatus(
            long handle,
            @Nullable Pointer readerName,
            @Nullable Pointer readerLength,
            Pointer state,
            Pointer protocol,
            Pointer atr,
            Pointer atrLength);

    /**
     * SCardTransmit.
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
    @IgnoreError
    long SCardTransmit(
            long handle,
            Pointer sendPci,
            Pointer command,
            long commandLength,
            @Nullable Pointer receivePci,
            Pointer answer,
            Pointer answerLength);

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
    @IgnoreError
    long SCardControl(
            long handle,
            long code,
            Pointer input,
            long inputLength,
            Pointer output,
            long outputRoom,
            Pointer outputLength);

    /**
     * SCardGetAttrib.
     *
     * @param handle the handle
     * @param attribute its tag
     * @param value receives the value
     * @param length in and out: its length in bytes
     * @return a return code
     */
    @IgnoreError
    long SCardGetAttrib(long handle, long attribute, Pointer value, Pointer length);

    /**
     * SCardSetAttrib.
     *
     * @param handle the handle
     * @param attribute its tag
     * @param value the value
     * @param length its length in bytes
     * @return a return code
     */
    @IgnoreError
    long SCardSetAttrib(long handle, long attribute, Pointer value, long length);
}
