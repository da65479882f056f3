/**
 * Secure dynamic messaging (SUN), offline: where a card mirrors what, what it writes there, and whether a message is genuine.
 */
@NullMarked
package io.github.tagsmith.desfire.sdm;

import org.jspecify.annotations.NullMarked;
