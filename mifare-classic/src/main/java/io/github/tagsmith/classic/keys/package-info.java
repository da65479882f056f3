/** Finding out which keys a card has, and knowing them again. */
@NullMarked
package io.github.tagsmith.classic.keys;

import org.jspecify.annotations.NullMarked;
