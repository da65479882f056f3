/**
 * The client's commands: one record each, which knows how to code its parameters and decode its answer, and nothing of keys,
 * frames or sessions.
 */
@NullMarked
package io.github.tagsmith.desfire.command;

import org.jspecify.annotations.NullMarked;
