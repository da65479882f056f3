/**
 * The one checked exception of Tagsmith and its kinds.
 */
@NullMarked
package io.github.tagsmith.core.error;

import org.jspecify.annotations.NullMarked;
