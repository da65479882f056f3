/**
 * The client's secure messaging and authentication. A {@link io.github.tagsmith.desfire.sm.Session} is an immutable value with
 * one step: a command becomes what is sent and what waits for its answer; an accepted answer becomes clear data and the next
 * session. A {@link io.github.tagsmith.desfire.sm.Handshake} leads from a key to a session, in steps that can be apart.
 */
@NullMarked
package io.github.tagsmith.desfire.sm;

import org.jspecify.annotations.NullMarked;
