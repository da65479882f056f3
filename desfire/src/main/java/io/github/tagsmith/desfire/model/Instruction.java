package io.github.tagsmith.desfire.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * The native commands: the first byte of a native frame, INS of a wrapped one.
 *
 * <p>Sources: section 8 of the protocol reference (Proxmark3, AN12343, MF2DLHX0); key sets, RestoreTransfer, delegated info
 * and MFC mapping from Proxmark3 and liblogicalaccess.
 */
public enum Instruction {
    /** Authentication of the first DESFire. */
    AUTHENTICATE(0x0A, "Authenticate"),
    /** Authentication with DES and TDEA keys, EV1. */
    AUTHENTICATE_ISO(0x1A, "AuthenticateISO"),
    /** Authentication with AES keys, EV1. */
    AUTHENTICATE_AES(0xAA, "AuthenticateAES"),
    /** First authentication of a transaction, EV2, AES or LRP. */
    AUTHENTICATE_EV2_FIRST(0x71, "AuthenticateEV2First"),
    /** Further authentication in a transaction, EV2, AES or LRP. */
    AUTHENTICATE_EV2_NON_FIRST(0x77, "AuthenticateEV2NonFirst"),
    /** The rest of a command, or a request for the rest of an answer. */
    ADDITIONAL_FRAME(0xAF, "AdditionalFrame"),
    /** Selects an application, or two at once (EV2). */
    SELECT_APPLICATION(0x5A, "SelectApplication"),
    /** Production data. */
    GET_VERSION(0x60, "GetVersion"),
    /** Identifiers of all applications. */
    GET_APPLICATION_IDS(0x6A, "GetApplicationIDs"),
    /** ISO file identifiers and DF names of all applications. */
    GET_DF_NAMES(0x6D, "GetDFNames"),
    /** Quota of a delegated application, EV2. */
    GET_DELEGATED_INFO(0x69, "GetDelegatedInfo"),
    /** Key settings of the card or application. */
    GET_KEY_SETTINGS(0x45, "GetKeySettings"),
    /** Changes them. */
    CHANGE_KEY_SETTINGS(0x54, "ChangeKeySettings"),
    /** The version of a key, or of all. */
    GET_KEY_VERSION(0x64, "GetKeyVersion"),
    /** Changes a key. */
    CHANGE_KEY(0xC4, "ChangeKey"),
    /** Changes a key of a key set, EV2. */
    CHANGE_KEY_EV2(0xC6, "ChangeKeyEV2"),
    /** Prepares a key set, EV2. */
    INITIALIZE_KEY_SET(0x56, "InitializeKeySet"),
    /** Closes a prepared key set, EV2. */
    FINALIZE_KEY_SET(0x57, "FinalizeKeySet"),
    /** Makes another key set the active one, EV2. */
    ROLL_KEY_SET(0x55, "RollKeySet"),
    /** Memory left. */
    FREE_MEMORY(0x6E, "FreeMemory"),
    /** The real UID of a card with a random one. */
    GET_CARD_UID(0x51, "GetCardUID"),
    /** Creates an application. */
    CREATE_APPLICATION(0xCA, "CreateApplication"),
    /** Creates a delegated application, EV2. */
    CREATE_DELEGATED_APPLICATION(0xC9, "CreateDelegatedApplication"),
    /** Deletes an application. */
    DELETE_APPLICATION(0xDA, "DeleteApplication"),
    /** Deletes all applications. */
    FORMAT_PICC(0xFC, "FormatPICC"),
    /** Sets options of the card or application. */
    SET_CONFIGURATION(0x5C, "SetConfiguration"),
    /** Numbers of all files. */
    GET_FILE_IDS(0x6F, "GetFileIDs"),
    /** ISO file identifiers of all files. */
    GET_ISO_FILE_IDS(0x61, "GetISOFileIDs"),
    /** Type, rights and sizes of a file. */
    GET_FILE_SETTINGS(0xF5, "GetFileSettings"),
    /** Counter of SDM reads of a file, NTAG 424 and EV3. */
    GET_FILE_COUNTERS(0xF6, "GetFileCounters"),
    /** Changes rights and options of a file. */
    CHANGE_FILE_SETTINGS(0x5F, "ChangeFileSettings"),
    /** Creates a standard data file. */
    CREATE_STD_DATA_FILE(0xCD, "CreateStdDataFile"),
    /** Creates a backup data file. */
    CREATE_BACKUP_DATA_FILE(0xCB, "CreateBackupDataFile"),
    /** Creates a value file. */
    CREATE_VALUE_FILE(0xCC, "CreateValueFile"),
    /** Creates a linear record file. */
    CREATE_LINEAR_RECORD_FILE(0xC1, "CreateLinearRecordFile"),
    /** Creates a cyclic record file. */
    CREATE_CYCLIC_RECORD_FILE(0xC0, "CreateCyclicRecordFile"),
    /** Creates the transaction MAC file, EV2. */
    CREATE_TRANSACTION_MAC_FILE(0xCE, "CreateTransactionMACFile"),
    /** Deletes a file. */
    DELETE_FILE(0xDF, "DeleteFile"),
    /** Reads data, native chaining. */
    READ_DATA(0xBD, "ReadData"),
    /** Writes data, native chaining. */
    WRITE_DATA(0x3D, "WriteData"),
    /** Reads data, ISO chaining, EV2. */
    READ_DATA_ISO(0xAD, "ReadDataISO"),
    /** Writes data, ISO chaining, EV2. */
    WRITE_DATA_ISO(0x8D, "WriteDataISO"),
    /** Reads records, native chaining. */
    READ_RECORDS(0xBB, "ReadRecords"),
    /** Writes into the new record, native chaining. */
    WRITE_RECORD(0x3B, "WriteRecord"),
    /** Reads records, ISO chaining, EV2. */
    READ_RECORDS_ISO(0xAB, "ReadRecordsISO"),
    /** Writes into the new record, ISO chaining, EV2. */
    WRITE_RECORD_ISO(0x8B, "WriteRecordISO"),
    /** Changes a record, native chaining, EV2. */
    UPDATE_RECORD(0xDB, "UpdateRecord"),
    /** Changes a record, ISO chaining, EV2. */
    UPDATE_RECORD_ISO(0xBA, "UpdateRecordISO"),
    /** Removes all records. */
    CLEAR_RECORD_FILE(0xEB, "ClearRecordFile"),
    /** Reads a value. */
    GET_VALUE(0x6C, "GetValue"),
    /** Adds to a value. */
    CREDIT(0x0C, "Credit"),
    /** Takes from a value. */
    DEBIT(0xDC, "Debit"),
    /** Adds to a value what was taken before, at most. */
    LIMITED_CREDIT(0x1C, "LimitedCredit"),
    /** Makes one file's content that of another, EV2. */
    RESTORE_TRANSFER(0xB1, "RestoreTransfer"),
    /** Makes the transaction's changes last. */
    COMMIT_TRANSACTION(0xC7, "CommitTransaction"),
    /** Drops them. */
    ABORT_TRANSACTION(0xA7, "AbortTransaction"),
    /** Puts the reader's identifier into the transaction, EV2. */
    COMMIT_READER_ID(0xC8, "CommitReaderID"),
    /** The originality signature. */
    READ_SIGNATURE(0x3C, "ReadSignature"),
    /** State of the tamper wire, NTAG 424 DNA TagTamper. */
    GET_TT_STATUS(0xF7, "GetTTStatus"),
    /** Begins a proximity check, EV2. */
    PREPARE_PROXIMITY_CHECK(0xF0, "PreparePC"),
    /** A round of it. */
    PROXIMITY_CHECK(0xF2, "ProximityCheck"),
    /** Ends it. */
    VERIFY_PROXIMITY_CHECK(0xFD, "VerifyPC"),
    /** Tells the card that the transaction succeeded. */
    NOTIFY_TRANSACTION_SUCCESS(0xEE, "NotifyTransactionSuccess"),
    /** Maps Classic blocks to files, EV3C. */
    CREATE_MFC_MAPPING(0xCF, "CreateMFCMapping"),
    /** Restricts writing of mapped Classic blocks, EV3C. */
    RESTRICT_MFC_UPDATE(0xBF, "RestrictMFCUpdate");

    private final int code;
    private final String label;

    Instruction(int code, String label) {
        this.code = code;
        this.label = label;
    }

    /**
     * Its number.
     *
     * @return 0 to 255
     */
    public int code() {
        return code;
    }

    /**
     * The command with a number.
     *
     * @param code the number
     * @return the command, if there is one
     */
    public static Optional<Instruction> of(int code) {
        return Arrays.stream(values()).filter(known -> known.code == code).findFirst();
    }

    /** The name that documents give it. */
    @Override
    public String toString() {
        return label;
    }
}
