/**
 * The reader's side of the proximity check: whether the card that answers holds the key, and how long its answers took.
 */
@NullMarked
package io.github.tagsmith.desfire.proximity;

import org.jspecify.annotations.NullMarked;
