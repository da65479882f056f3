package io.github.tagsmith.desfire.model;

import java.util.Optional;

/**
 * The names of an application that has ISO/IEC 7816-4 ones.
 *
 * @param aid its identifier
 * @param isoFileId its ISO file identifier
 * @param dfName its DF name, if it has one
 */
public record ApplicationName(Aid aid, IsoFileId isoFileId, Optional<DfName> dfName) {}
