/**
 * NDEF messages and records.
 */
@NullMarked
package io.github.tagsmith.core.ndef;

import org.jspecify.annotations.NullMarked;
