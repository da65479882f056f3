/** The content of files, in as few exchanges as card and reader allow. */
@NullMarked
package io.github.tagsmith.desfire.transfer;

import org.jspecify.annotations.NullMarked;
