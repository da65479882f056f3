package io.github.tagsmith.desfire.picc.memory;

/**
 * The slot of the card that a delegated application sits in.
 *
 * @param slot its number, 0 to FFFF
 * @param version its version, 0 to FF
 * @param quota how many blocks the application may take
 */
public record Delegation(int slot, int version, int quota) {}
