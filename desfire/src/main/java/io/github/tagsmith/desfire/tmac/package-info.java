/**
 * Transaction MACs, offline: session keys, the MAC of a transaction, the reader identifier of the one before.
 */
@NullMarked
package io.github.tagsmith.desfire.tmac;

import org.jspecify.annotations.NullMarked;
