/**
 * What a software card keeps without power: card, applications, keys and files as immutable values. A change makes a new value;
 * the card swaps the old one for it in one step, so nothing is ever half written.
 */
@NullMarked
package io.github.tagsmith.desfire.picc.memory;

import org.jspecify.annotations.NullMarked;
