/** What is written about the commands when the program is built: their help, so that it is shown without looking at options. */
@NullMarked
package io.github.tagsmith.cli.manual;

import org.jspecify.annotations.NullMarked;
