/**
 * The card side: what a software card is to a reader.
 */
@NullMarked
package io.github.tagsmith.core.picc;

import org.jspecify.annotations.NullMarked;
