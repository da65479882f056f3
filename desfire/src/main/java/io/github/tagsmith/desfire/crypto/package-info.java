/**
 * Primitives that take no side: ciphers and their chaining, CMAC, checksums, padding, the leakage resilient primitive, key
 * diversification, over BouncyCastle's lightweight API. What a session does with them is written on each side for itself.
 */
@NullMarked
package io.github.tagsmith.desfire.crypto;

import org.jspecify.annotations.NullMarked;
