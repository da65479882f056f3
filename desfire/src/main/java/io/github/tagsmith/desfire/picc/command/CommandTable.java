package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.desfire.model.CardGeneration;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All commands of all generations, without those that authenticate, and four that no card here has. A row is made when its command
 * comes.
 */
final class CommandTable {

    private CommandTable() {}

    /** The row of a command that a card has. */
    static Optional<CommandRow> row(Instruction instruction, CardGeneration generation) {
        CommandRow row = row(instruction);
        return row != null && row.isKnownTo(generation) ? Optional.of(row) : Optional.empty();
    }

    private static @Nullable CommandRow row(Instruction instruction) {
        return switch (instruction) {
            case GET_VERSION, GET_CARD_UID, FREE_MEMORY, GET_APPLICATION_IDS, GET_DF_NAMES, READ_SIGNATURE ->
                CardData.row(instruction);
            case SELECT_APPLICATION, CREATE_APPLICATION, DELETE_APPLICATION, FORMAT_PICC ->
                Applications.row(instruction);
            case GET_KEY_SETTINGS, CHANGE_KEY_SETTINGS, GET_KEY_VERSION -> Keys.row(instruction);
            case CHANGE_KEY, CHANGE_KEY_EV2 -> KeyChanges.row(instruction);
            case INITIALIZE_KEY_SET, FINALIZE_KEY_SET, ROLL_KEY_SET -> KeySetCommands.row(instruction);
            case GET_FILE_IDS, GET_ISO_FILE_IDS, GET_FILE_SETTINGS, DELETE_FILE, CHANGE_FILE_SETTINGS ->
                Files.row(instruction);
            case CREATE_STD_DATA_FILE,
                    CREATE_BACKUP_DATA_FILE,
                    CREATE_VALUE_FILE,
                    CREATE_LINEAR_RECORD_FILE,
                    CREATE_CYCLIC_RECORD_FILE,
                    CREATE_TRANSACTION_MAC_FILE -> FileCreation.row(instruction);
            case READ_DATA, READ_DATA_ISO, WRITE_DATA, WRITE_DATA_ISO -> DataAccess.row(instruction);
            case READ_RECORDS,
                    READ_RECORDS_ISO,
                    WRITE_RECORD,
                    WRITE_RECORD_ISO,
                    UPDATE_RECORD,
                    UPDATE_RECORD_ISO,
                    CLEAR_RECORD_FILE -> RecordAccess.row(instruction);
            case GET_VALUE, RESTORE_TRANSFER, CREDIT, DEBIT, LIMITED_CREDIT -> ValueAccess.row(instruction);
            case COMMIT_TRANSACTION, COMMIT_READER_ID, ABORT_TRANSACTION -> Transactions.row(instruction);
            case GET_FILE_COUNTERS -> SdmReading.row();
            case PREPARE_PROXIMITY_CHECK, PROXIMITY_CHECK, VERIFY_PROXIMITY_CHECK -> ProximityChecks.row(instruction);
            case CREATE_DELEGATED_APPLICATION, GET_DELEGATED_INFO -> DelegatedApplications.row(instruction);
            case SET_CONFIGURATION -> CardConfiguration.row();
            case AUTHENTICATE,
                    AUTHENTICATE_ISO,
                    AUTHENTICATE_AES,
                    AUTHENTICATE_EV2_FIRST,
                    AUTHENTICATE_EV2_NON_FIRST,
                    ADDITIONAL_FRAME -> null;
            case GET_TT_STATUS, NOTIFY_TRANSACTION_SUCCESS, CREATE_MFC_MAPPING, RESTRICT_MFC_UPDATE -> null;
        };
    }
}
