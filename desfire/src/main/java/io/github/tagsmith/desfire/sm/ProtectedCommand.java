package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.core.bytes.Bytes;

/**
 * A command ready to be framed.
 *
 * @param body everything behind the command byte
 * @param awaited what waits for the answer
 */
public record ProtectedCommand(Bytes body, AwaitedAnswer awaited) {}
