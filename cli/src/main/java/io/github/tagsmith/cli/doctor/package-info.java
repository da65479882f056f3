/**
 * {@code doctor}, {@code --diagnose} and {@code --version -v}: what program, Java, system, PC/SC and readers are like.
 */
@NullMarked
package io.github.tagsmith.cli.doctor;

import org.jspecify.annotations.NullMarked;
