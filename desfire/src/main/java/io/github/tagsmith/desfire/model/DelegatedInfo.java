package io.github.tagsmith.desfire.model;

/**
 * What the card says of a delegated slot.
 *
 * @param slot the slot, with its version and quota
 * @param freeBlocks how many blocks of 32 bytes are left in it
 * @param aid the application in it; 000000 if there is none
 */
public record DelegatedInfo(DelegatedSlot slot, int freeBlocks, Aid aid) {}
