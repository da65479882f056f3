/**
 * Capture files, read from front to back in bounded memory: pcap and pcapng, plain or gzipped, from a file or a live pipe.
 * A reader and its packets belong to one thread.
 */
@NullMarked
package io.github.tagsmith.core.trace.capture;

import org.jspecify.annotations.NullMarked;
