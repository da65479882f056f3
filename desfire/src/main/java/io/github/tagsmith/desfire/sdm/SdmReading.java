package io.github.tagsmith.desfire.sdm;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.Optional;

/**
 * What a genuine message says.
 *
 * @param picc UID and counter, as far as they are mirrored
 * @param data the deciphered part of the file, if there is one
 */
public record SdmReading(PiccData picc, Optional<Bytes> data) {}
