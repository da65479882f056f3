/**
 * What is written about the commands when the program is built: their help and the tables of their options and parameters, so that
 * neither has to be made at every start; completion for shells; pages for man.
 */
@NullMarked
package io.github.tagsmith.cli.manual;

import org.jspecify.annotations.NullMarked;
