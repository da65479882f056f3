/**
 * Commands of the group {@code desfire}.
 */
@NullMarked
package io.github.tagsmith.cli.desfire;

import org.jspecify.annotations.NullMarked;
