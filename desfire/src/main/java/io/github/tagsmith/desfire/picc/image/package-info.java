/**
 * The file that a software card is kept in: JSON, one version, made to be read and edited by hand (docs/card-image.md). It holds the
 * keys of the card in clear.
 */
@NullMarked
package io.github.tagsmith.desfire.picc.image;

import org.jspecify.annotations.NullMarked;
