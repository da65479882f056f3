/**
 * Logs of authentications that somebody recorded between a reader and a card.
 */
@NullMarked
package io.github.tagsmith.classic.log;

import org.jspecify.annotations.NullMarked;
