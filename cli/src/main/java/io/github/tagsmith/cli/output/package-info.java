/**
 * What a command shows: text for people, one JSON object for programs.
 */
@NullMarked
package io.github.tagsmith.cli.output;

import org.jspecify.annotations.NullMarked;
