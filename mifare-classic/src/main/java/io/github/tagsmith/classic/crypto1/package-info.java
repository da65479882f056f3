/**
 * Crypto1, the stream cipher of MIFARE Classic: the primitive without a role, for card and terminal alike, and the offline
 * check of keys against a recorded authentication. Held to classic-crypto1.json.
 */
@NullMarked
package io.github.tagsmith.classic.crypto1;

import org.jspecify.annotations.NullMarked;
