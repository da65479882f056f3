/**
 * Delegated applications: the cryptogram and MAC that a card's owner makes for an application of somebody else.
 */
@NullMarked
package io.github.tagsmith.desfire.dam;

import org.jspecify.annotations.NullMarked;
