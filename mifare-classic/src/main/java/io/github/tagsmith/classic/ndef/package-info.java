/**
 * NDEF on MIFARE Classic, AN1304 and AN1305: the NFC sectors, the TLV area in them, the messages in that.
 */
@NullMarked
package io.github.tagsmith.classic.ndef;

import org.jspecify.annotations.NullMarked;
