/**
 * Commands about MIFARE Classic.
 */
@NullMarked
package io.github.tagsmith.cli.classic;

import org.jspecify.annotations.NullMarked;
