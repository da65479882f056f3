/**
 * Secure messaging as the card does it: the card's part of the handshakes, and the card's end of a session. Everything here is a
 * value and a pure step; random numbers come in from outside, nothing is stored. Written from the documents alone: the
 * client has its own.
 */
@NullMarked
package io.github.tagsmith.desfire.picc.sm;

import org.jspecify.annotations.NullMarked;
