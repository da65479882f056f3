/**
 * Writes what goes between this program and a card, as it happens: to people, to a text file, or to a capture that Wireshark
 * opens. Keys and PINs are masked by {@link io.github.tagsmith.core.meaning.Secrets}.
 *
 * <p>The text form, line by line; blank lines and lines that begin with {@code #} say nothing:
 *
 * <pre>
 * line     = [time] what [ "  #" comment ]
 * time     = 2026-11-25T21:04:59.123456Z | 21:04:59.123456        UTC
 * what     = "reader" name                                        a connection begins, or goes on with this reader
 *          | "ATR" [bytes]                                        the card was connected or reset
 *          | "&gt;" bytes                                             a command
 *          | "&lt;" bytes                                             its answer, status included
 *          | "!" KIND text                                        it was not answered; KIND is one of {@code ErrorKind}
 * bytes    = hexadecimal digits, blanks between them as one likes, and
 *            "**"         one masked byte
 *            "{s1:6}"     six masked bytes; all with the same number were the same bytes
 * </pre>
 *
 * <p>In a capture a masked run of bytes is {@code *}, its number in decimal, and {@code *} up to its length, in ASCII.
 */
@NullMarked
package io.github.tagsmith.core.trace.record;

import org.jspecify.annotations.NullMarked;
