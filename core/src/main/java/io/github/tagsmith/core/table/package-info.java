/** The text tables that classes look things up in. */
@NullMarked
package io.github.tagsmith.core.table;

import org.jspecify.annotations.NullMarked;
