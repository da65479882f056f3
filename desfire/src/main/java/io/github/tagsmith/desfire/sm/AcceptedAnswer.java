package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.core.bytes.Bytes;

/**
 * A verified answer.
 *
 * @param data its clear data
 * @param next the session for the next command
 */
public record AcceptedAnswer(Bytes data, Session next) {}
