/**
 * What an exchange with a card or reader means: one place for {@code explain}, {@code --trace}, {@code trace record} and {@code
 * trace decode}. Pure functions of one exchange in {@link io.github.tagsmith.core.meaning.Meanings}; {@link
 * io.github.tagsmith.core.meaning.Interpreter} adds what earlier exchanges tell. The knowledge is in tables beside the classes.
 */
@NullMarked
package io.github.tagsmith.core.meaning;

import org.jspecify.annotations.NullMarked;
