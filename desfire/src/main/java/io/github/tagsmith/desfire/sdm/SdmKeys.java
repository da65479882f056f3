package io.github.tagsmith.desfire.sdm;

import io.github.tagsmith.core.bytes.SecretBytes;

/**
 * The keys that secure dynamic messaging of a file is set to.
 *
 * @param cipher the card's cipher
 * @param metaRead SDMMetaReadKey, 16 bytes; without use where UID and counter are in clear
 * @param fileRead SDMFileReadKey, 16 bytes
 */
public record SdmKeys(SdmCipher cipher, SecretBytes metaRead, SecretBytes fileRead) {}
