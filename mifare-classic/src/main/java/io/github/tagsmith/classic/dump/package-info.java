/**
 * What could be read of a card, and how it is read: key search and dump.
 */
@NullMarked
package io.github.tagsmith.classic.dump;

import org.jspecify.annotations.NullMarked;
