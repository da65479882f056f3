/** What the program is started in, and the status it ends with. */
@NullMarked
package io.github.tagsmith.cli.terminal;

import org.jspecify.annotations.NullMarked;
