/**
 * Transaction MACs as the card computes them: what of a transaction they cover, and the keys. Pure functions. Source: section
 * 10.3 of the data sheet MF2DLHX0 and tmac.json of the vectors; no value of a real card with its key is public.
 */
@NullMarked
package io.github.tagsmith.desfire.picc.tmac;

import org.jspecify.annotations.NullMarked;
