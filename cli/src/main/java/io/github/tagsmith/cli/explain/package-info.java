/**
 * {@code explain}: what bytes mean, offline.
 */
@NullMarked
package io.github.tagsmith.cli.explain;

import org.jspecify.annotations.NullMarked;
