/**
 * The names and numbers of DESFire, DESFire Light and NTAG 424 DNA, shared by the client and the software card. How commands
 * and answers are coded and protected is not here: each side writes that for itself.
 */
@NullMarked
package io.github.tagsmith.desfire.model;

import org.jspecify.annotations.NullMarked;
