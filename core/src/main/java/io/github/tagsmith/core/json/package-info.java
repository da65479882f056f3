/** JSON files, read with their places and written: small, bounded, no data binding. */
@NullMarked
package io.github.tagsmith.core.json;

import org.jspecify.annotations.NullMarked;
