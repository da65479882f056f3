/**
 * Dump files: one class a format, one line in the registry.
 */
@NullMarked
package io.github.tagsmith.classic.format;

import org.jspecify.annotations.NullMarked;
