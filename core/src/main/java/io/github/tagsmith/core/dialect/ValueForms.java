package io.github.tagsmith.core.dialect;

import java.util.Optional;

/**
 * How the reader works with value blocks. What it has no command for can be done with reading and writing blocks, except
 * increment and decrement.
 *
 * @param store makes a value block
 * @param increment adds and transfers
 * @param decrement subtracts and transfers
 * @param copy restores one block and transfers it to another of the same sector
 * @param read reads the number in a value block
 * @param leastFirst whether {@code read} answers with the least significant byte first
 * @param doubtful whether sources disagree about which operation adds, so that the outcome has to be checked
 */
public record ValueForms(
        Optional<CommandForm> store,
        Optional<CommandForm> increment,
        Optional<CommandForm> decrement,
        Optional<CommandForm> copy,
        Optional<CommandForm> read,
        boolean leastFirst,
        boolean doubtful) {}
