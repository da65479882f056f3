package io.github.tagsmith.desfire.model;

import io.github.tagsmith.core.bytes.Bytes;

/**
 * Counter and MAC of a committed transaction.
 *
 * @param counter TMC, 0 to FFFFFFFF
 * @param value TMV, 8 bytes
 */
public record TransactionMac(long counter, Bytes value) {}
