/**
 * Command lines that are understood without picocli: what an ordinary call needs, from tables that are written when the program is
 * built. Everything else, and every error, is picocli's.
 */
@NullMarked
package io.github.tagsmith.cli.arguments;

import org.jspecify.annotations.NullMarked;
