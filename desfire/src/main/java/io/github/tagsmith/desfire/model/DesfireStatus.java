package io.github.tagsmith.desfire.model;

import io.github.tagsmith.core.bytes.Hex;
import java.util.Arrays;
import java.util.Optional;

/**
 * A native status: the first byte of a native answer, the second of {@code 91xx} in a wrapped one.
 *
 * <p>Sources: libfreefare, Proxmark3, MF2DLHX0; 1E, 7E, 90, 9D, A0, CA and AF were seen on real cards.
 */
public enum DesfireStatus {
    /** Done. */
    OPERATION_OK(0x00, "done"),
    /** A proximity check was begun and not ended, or cannot begin here (seen on an EV3, hardware notes of libnxpsc). */
    PROXIMITY_CHECK_STATE(0x0B, "a proximity check is open, or not possible here"),
    /** Commit or abort without anything to commit or abort. */
    NO_CHANGES(0x0C, "nothing to commit or abort"),
    /** No room is left. */
    OUT_OF_EEPROM(0x0E, "not enough memory on the card"),
    /** The command is unknown or not allowed now. */
    ILLEGAL_COMMAND(0x1C, "command unknown to the card, or not allowed now"),
    /** A checksum, MAC or padding is wrong. */
    INTEGRITY_ERROR(0x1E, "checksum, MAC or padding is wrong"),
    /** There is no such key. */
    NO_SUCH_KEY(0x40, "no such key"),
    /** The command has a wrong length. */
    LENGTH_ERROR(0x7E, "wrong length of the command"),
    /** Done; of Read_Sig and the proximity check. */
    OK(0x90, "done"),
    /** The access rights do not allow it. */
    PERMISSION_DENIED(0x9D, "access rights do not allow it"),
    /** A parameter is out of its range. */
    PARAMETER_ERROR(0x9E, "parameter out of its range"),
    /** No application has that identifier. */
    APPLICATION_NOT_FOUND(0xA0, "no such application"),
    /** The application is damaged and disabled. */
    APPLICATION_INTEGRITY_ERROR(0xA1, "application damaged"),
    /** Too many authentications failed; the card waits. EV2 and later. */
    AUTHENTICATION_DELAY(0xAD, "authentication delayed after failures, try again later"),
    /** The wrong key, or no authentication where one is needed. */
    AUTHENTICATION_ERROR(0xAE, "not authenticated, or with a wrong key"),
    /** More follows. */
    ADDITIONAL_FRAME(0xAF, "more follows"),
    /** Beyond the end of a file or a limit. */
    BOUNDARY_ERROR(0xBE, "beyond the end of the file or a limit"),
    /** The card is damaged. */
    CARD_INTEGRITY_ERROR(0xC1, "card damaged"),
    /** Another command came in the middle of a chain, or something else is open. */
    COMMAND_ABORTED(0xCA, "previous command was not finished"),
    /** The card is disabled. */
    CARD_DISABLED(0xCD, "card disabled"),
    /** The limit of applications or files is reached. */
    COUNT_ERROR(0xCE, "limit of applications reached"),
    /** It is there already. */
    DUPLICATE(0xDE, "exists already"),
    /** Writing failed; internal backup was used. */
    EEPROM_ERROR(0xEE, "memory of the card failed"),
    /** No file has that number. */
    FILE_NOT_FOUND(0xF0, "no such file"),
    /** The file is damaged and disabled. */
    FILE_INTEGRITY_ERROR(0xF1, "file damaged");

    private final int code;
    private final String meaning;

    DesfireStatus(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
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
     * What it means.
     *
     * @return a few words
     */
    public String meaning() {
        return meaning;
    }

    /**
     * The status with a number.
     *
     * @param code the number
     * @return the status, if there is one
     */
    public static Optional<DesfireStatus> of(int code) {
        return Arrays.stream(values()).filter(status -> status.code == code).findFirst();
    }

    /** The number and the name, for instance {@code AE AUTHENTICATION_ERROR}. */
    @Override
    public String toString() {
        return Hex.ofByte(code) + " " + name();
    }
}
