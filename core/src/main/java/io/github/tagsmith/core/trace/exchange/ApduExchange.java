package io.github.tagsmith.core.trace.exchange;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.List;
import java.util.Optional;

/**
 * A command and its answer.
 *
 * @param slot where, in a capture of USB
 * @param readerName where, in a log of APDUs
 * @param level how it went over the wire
 * @param packets the packets it was in, commands and answers in turn
 * @param timeNs when it began, nanoseconds since 1970
 * @param command the command; unknown if a part of the exchange is missing from the capture
 * @param response the answer; none if it failed, unknown if a part of the exchange is missing
 * @param error what the reader said when it failed
 * @param chained whether it went in several parts at the level of APDUs
 * @param incomplete whether a part of it is missing from the capture
 * @param comment what the capture notes beside it
 */
public record ApduExchange(
        Optional<CardSlot> slot,
        Optional<String> readerName,
        ExchangeLevel level,
        List<Long> packets,
        long timeNs,
        Optional<Bytes> command,
        Optional<Bytes> response,
        Optional<String> error,
        boolean chained,
        boolean incomplete,
        Optional<String> comment) {}
