/** Java's own shell with this library, for people who explore in code. Needs the module {@code jdk.jshell} of a JDK. */
@NullMarked
package io.github.tagsmith.cli.jshell;

import org.jspecify.annotations.NullMarked;
