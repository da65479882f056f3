/**
 * Geometry, keys, access bits, trailers, value blocks and the directory (MAD) of MIFARE Classic: vocabulary that both the
 * terminal's side and the software card use.
 */
@NullMarked
package io.github.tagsmith.classic.model;

import org.jspecify.annotations.NullMarked;
