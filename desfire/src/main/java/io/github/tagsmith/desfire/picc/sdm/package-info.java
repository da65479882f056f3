/**
 * Secure dynamic messaging as the card does it: what ChangeFileSettings may ask for, the counter of reads, and what a reader
 * finds mirrored into a file. Pure functions; random numbers come in from outside. Source: section 9.3 and 10.7 of the data sheet
 * NT4H2421Gx, AN12196, and sdm.json and sdm-lrp.json of the vectors.
 */
@NullMarked
package io.github.tagsmith.desfire.picc.sdm;

import org.jspecify.annotations.NullMarked;
