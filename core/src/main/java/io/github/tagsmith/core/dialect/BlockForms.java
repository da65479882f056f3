package io.github.tagsmith.core.dialect;

import java.util.Optional;

/**
 * How blocks are read and written.
 *
 * @param read reads one block or, by its count, several
 * @param mostSmall how many data blocks of a sector of 4 one read takes
 * @param mostLarge how many data blocks of a sector of 16 one read takes
 * @param readSector reads the three data blocks of a sector of 4 by the sector's number
 * @param update writes one block
 */
public record BlockForms(
        CommandForm read, int mostSmall, int mostLarge, Optional<CommandForm> readSector, CommandForm update) {}
