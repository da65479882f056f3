package io.github.tagsmith.desfire.model;

/** What some generations of cards can do and others cannot. */
public enum Capability {
    /** Authentication 0A. */
    D40,
    /** Authentication 1A. */
    ISO_AUTHENTICATION,
    /** Authentication AA. */
    AES_AUTHENTICATION,
    /** Authentication 71 and 77 with AES. */
    EV2_AUTHENTICATION,
    /** LRP in place of AES, once switched on. */
    LRP,
    /** Applications can be created and deleted. */
    APPLICATIONS,
    /** Files can be created and deleted. */
    FILES,
    /** Backup, value and record files, and transactions. */
    TRANSACTIONS,
    /** More than one key set an application. */
    KEY_SETS,
    /** Delegated applications. */
    DELEGATED_APPLICATIONS,
    /** Transaction MAC files. */
    TRANSACTION_MAC,
    /** Additional access rights of a file. */
    ADDITIONAL_ACCESS_RIGHTS,
    /** UpdateRecord. */
    UPDATE_RECORD,
    /** RestoreTransfer. */
    RESTORE_TRANSFER,
    /** Reads and writes chained by the transport, AD 8D AB 8B. */
    ISO_CHAINING,
    /** APDUs with extended length fields: stated by NXP NfcRdLib, which uses them with EV2 and EV3 and never with the others. */
    EXTENDED_LENGTH,
    /** Reads and writes chained by additional frames, BD 3D BB 3B. */
    NATIVE_CHAINING,
    /** Two applications selected at once. */
    SHARED_APPLICATIONS,
    /** Proximity check. */
    PROXIMITY_CHECK,
    /** Originality signature. */
    ORIGINALITY_SIGNATURE,
    /** Secure dynamic messaging. */
    SDM,
    /** Bare commands without ISO wrapping. */
    NATIVE_FRAMING
}
