package io.github.tagsmith.desfire.crypto;

/** How a key is diversified: by the note, or as programs in the field do it. Source: an10922.json of the vectors. */
public enum DiversificationForm {
    /** As AN10922 says. */
    NOTE,
    /** The message padded to whole blocks only, a plain CMAC: the common mistake of libfreefare issue 91. */
    ONE_BLOCK,
    /** As the note, with the master key's version bits in the lowest bits of a TDEA key: libfreefare. */
    VERSION_BITS
}
