/**
 * The commands of the card: a table of rows, a handler for each small family, and what all of them share. A handler works on a
 * draft of the card; only a good answer makes the draft the card.
 */
@NullMarked
package io.github.tagsmith.desfire.picc.command;

import org.jspecify.annotations.NullMarked;
