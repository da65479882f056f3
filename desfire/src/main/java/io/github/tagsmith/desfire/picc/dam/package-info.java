/**
 * What delegated application management asks of the card: that the card's owner approved, and the first key of the application.
 * Pure functions. Source: dam.json of the vectors (after NXP AN12696; the numbers were computed, not taken from a card).
 */
@NullMarked
package io.github.tagsmith.desfire.picc.dam;

import org.jspecify.annotations.NullMarked;
