/**
 * What card is this: decoding of the ATR and of the storage-card name in it.
 */
@NullMarked
package io.github.tagsmith.core.identify;

import org.jspecify.annotations.NullMarked;
