/**
 * Crypto1, the cipher of MIFARE Classic: keystream, nonces, the authentication, parity, and the check of known keys against
 * recorded authentications. It knows no card and no reader, and both use it. Words of 32 bits are read most significant byte
 * first, as sent; within a byte the least significant bit goes first. Nothing here is safe for use by several threads at once
 * unless it is a record or says so.
 */
@NullMarked
package io.github.tagsmith.classic.crypto1;

import org.jspecify.annotations.NullMarked;
