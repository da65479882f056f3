package io.github.tagsmith.core.dialect;

/** What a status word means to a caller of the storage-card commands. */
public enum StatusMeaning {
    /** Done. */
    DONE,
    /** After an authentication: the key is wrong. */
    WRONG_KEY,
    /** After a read or write: the block is not open, or not with a key that may. */
    NOT_AUTHENTICATED,
    /** The reader does not know this form of the command; another may do. */
    OTHER_FORM,
    /** A word that stands for success or not, depending on what went before. */
    SUSPICIOUS,
    /** Anything else. */
    FAILED
}
