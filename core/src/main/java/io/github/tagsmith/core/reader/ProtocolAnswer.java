package io.github.tagsmith.core.reader;

import io.github.tagsmith.core.bytes.Bytes;

/**
 * An answer and the protocol header it came under; the receive PCI of SCardTransmit.
 *
 * @param protocol as the reader reports it
 * @param answer the bytes
 */
public record ProtocolAnswer(Protocol protocol, Bytes answer) {}
