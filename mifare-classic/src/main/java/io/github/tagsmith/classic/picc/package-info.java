/**
 * The software card. It shares the vocabulary of {@code model} with the terminal's side and nothing else; its access checks
 * are its own.
 */
@NullMarked
package io.github.tagsmith.classic.picc;

import org.jspecify.annotations.NullMarked;
