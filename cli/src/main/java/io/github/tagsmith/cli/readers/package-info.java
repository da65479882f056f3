/**
 * Commands about readers, cards and APDUs in general.
 */
@NullMarked
package io.github.tagsmith.cli.readers;

import org.jspecify.annotations.NullMarked;
