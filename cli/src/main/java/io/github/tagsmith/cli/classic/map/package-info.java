/** A card as people look at it: sectors and blocks with their meaning, in the terminal and as a page. */
@NullMarked
package io.github.tagsmith.cli.classic.map;

import org.jspecify.annotations.NullMarked;
