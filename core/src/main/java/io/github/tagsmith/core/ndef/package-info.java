/**
 * NDEF messages: {@link io.github.tagsmith.core.ndef.NdefMessage} and its records, and what records of well-known types say.
 * Offsets in messages count from the start of the message, or of the payload, that the message names.
 */
@NullMarked
package io.github.tagsmith.core.ndef;

import org.jspecify.annotations.NullMarked;
