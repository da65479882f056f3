/** Key files: a format each, found by content, with the keys alone or by sector. */
@NullMarked
package io.github.tagsmith.classic.keyfile;

import org.jspecify.annotations.NullMarked;
