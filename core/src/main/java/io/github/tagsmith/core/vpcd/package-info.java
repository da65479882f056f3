/**
 * A virtual slot offered to a real PC/SC daemon through the vpcd driver of vsmartcard, over TCP.
 *
 * <p>Threads: one link runs in one thread, the one that calls {@link io.github.tagsmith.core.vpcd.VpcdLink#run}; closing it
 * from another thread ends it.
 */
@NullMarked
package io.github.tagsmith.core.vpcd;

import org.jspecify.annotations.NullMarked;
