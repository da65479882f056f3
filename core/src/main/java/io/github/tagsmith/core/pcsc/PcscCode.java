package io.github.tagsmith.core.pcsc;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The return codes of PC/SC, named as in {@code winscard.h} without {@code SCARD_}, with their meaning and usual cause.
 * Source of numbers and names: pcsc-lite 1.9.9, {@code pcsclite.h}.
 */
public enum PcscCode {
    /** No error. */
    SUCCESS(0x00000000L, "no error", "", ErrorKind.REFUSED),
    /** An internal check of the service failed. */
    F_INTERNAL_ERROR(
            0x80100001L,
            "an internal check of the service failed",
            "a bug in the service or driver",
            ErrorKind.READER_FAILED),
    /** The wait was cancelled. */
    E_CANCELLED(0x80100002L, "the wait was cancelled", "SCardCancel was called", ErrorKind.CANCELLED),
    /** The handle is not valid. */
    E_INVALID_HANDLE(
            0x80100003L,
            "the handle is not valid",
            "the service was restarted, or the connection was closed already",
            ErrorKind.READER_FAILED),
    /** A parameter is not valid. */
    E_INVALID_PARAMETER(
            0x80100004L, "a parameter is not valid", "the driver does not know this request", ErrorKind.READER_FAILED),
    /** Start-up information of the service is missing or invalid. */
    E_INVALID_TARGET(
            0x80100005L,
            "start-up information of the service is missing or invalid",
            "the service is not set up",
            ErrorKind.NO_SERVICE),
    /** Not enough memory. */
    E_NO_MEMORY(0x80100006L, "not enough memory", "the service ran out of memory", ErrorKind.READER_FAILED),
    /** An internal timer of the service ran out. */
    F_WAITED_TOO_LONG(
            0x80100007L,
            "an internal timer of the service ran out",
            "the reader hangs: unplug it",
            ErrorKind.READER_FAILED),
    /** The buffer is too small for the answer. */
    E_INSUFFICIENT_BUFFER(
            0x80100008L,
            "the buffer is too small for the answer",
            "the card answers more than was asked for",
            ErrorKind.READER_FAILED),
    /** There is no reader of that name. */
    E_UNKNOWN_READER(0x80100009L, "there is no reader of that name", "it was unplugged", ErrorKind.NO_READER),
    /** The time ran out. */
    E_TIMEOUT(0x8010000AL, "the time ran out", "nothing happened in time", ErrorKind.TIMEOUT),
    /** Another program holds the card. */
    E_SHARING_VIOLATION(
            0x8010000BL,
            "another program holds the card",
            "a browser, gpg-agent or a card service has it open exclusively",
            ErrorKind.READER_BUSY),
    /** There is no card in the reader. */
    E_NO_SMARTCARD(
            0x8010000CL,
            "there is no card in the reader",
            "the card is not on the reader, or too far from it",
            ErrorKind.NO_CARD),
    /** The card name is not known. */
    E_UNKNOWN_CARD(
            0x8010000DL, "the card name is not known", "it is not registered with the service", ErrorKind.NO_CARD),
    /** The card cannot be put into that state. */
    E_CANT_DISPOSE(
            0x8010000EL, "the card cannot be put into that state", "the reader cannot do it", ErrorKind.READER_FAILED),
    /** The card does not speak the protocol asked for. */
    E_PROTO_MISMATCH(
            0x8010000FL,
            "the card does not speak the protocol asked for",
            "it speaks T=0, T=1 or raw only",
            ErrorKind.READER_FAILED),
    /** The reader is not ready. */
    E_NOT_READY(0x80100010L, "the reader is not ready", "it is still starting", ErrorKind.READER_FAILED),
    /** A value is not valid. */
    E_INVALID_VALUE(
            0x80100011L, "a value is not valid", "the driver does not take this value", ErrorKind.READER_FAILED),
    /** The system cancelled the call. */
    E_SYSTEM_CANCELLED(
            0x80100012L, "the system cancelled the call", "the computer is shutting down", ErrorKind.CANCELLED),
    /** Communication inside the service failed. */
    F_COMM_ERROR(
            0x80100013L, "communication inside the service failed", "the service was restarted", ErrorKind.NO_SERVICE),
    /** An unknown internal error. */
    F_UNKNOWN_ERROR(
            0x80100014L, "an unknown internal error", "a bug in the service or driver", ErrorKind.READER_FAILED),
    /** The ATR is not valid. */
    E_INVALID_ATR(0x80100015L, "the ATR is not valid", "the service's card list is damaged", ErrorKind.READER_FAILED),
    /** The transaction or exchange did not take place. */
    E_NOT_TRANSACTED(
            0x80100016L,
            "the transaction or exchange did not take place",
            "the card left the field during the exchange, or a transaction was ended twice",
            ErrorKind.CARD_REMOVED),
    /** The reader is not available. */
    E_READER_UNAVAILABLE(
            0x80100017L, "the reader is not available", "it was unplugged while in use", ErrorKind.NO_READER),
    /** The service shuts down. */
    P_SHUTDOWN(0x80100018L, "the service shuts down", "it was stopped", ErrorKind.NO_SERVICE),
    /** The protocol header buffer is too small. */
    E_PCI_TOO_SMALL(
            0x80100019L, "the protocol header buffer is too small", "a bug in the caller", ErrorKind.READER_FAILED),
    /** The reader's driver is not sufficient. */
    E_READER_UNSUPPORTED(
            0x8010001AL, "the reader's driver is not sufficient", "it is too old", ErrorKind.READER_FAILED),
    /** Two readers have the same name. */
    E_DUPLICATE_READER(
            0x8010001BL, "two readers have the same name", "the driver does not number them", ErrorKind.READER_FAILED),
    /** The card is not supported. */
    E_CARD_UNSUPPORTED(
            0x8010001CL, "the card is not supported", "the reader's driver does not know it", ErrorKind.READER_FAILED),
    /** The PC/SC service is not running. */
    E_NO_SERVICE(
            0x8010001DL,
            "the PC/SC service is not running",
            "pcscd is not started, or its socket may not be used by this user",
            ErrorKind.NO_SERVICE),
    /** The PC/SC service has stopped. */
    E_SERVICE_STOPPED(
            0x8010001EL,
            "the PC/SC service has stopped",
            "Windows stops it when the last reader is unplugged",
            ErrorKind.NO_SERVICE),
    /** An unexpected card error (pcsc-lite: feature not supported). */
    E_UNEXPECTED(
            0x8010001FL,
            "an unexpected card error (pcsc-lite: feature not supported)",
            "the reader does not offer this",
            ErrorKind.READER_FAILED),
    /** No provider for the card. */
    E_ICC_INSTALLATION(0x80100020L, "no provider for the card", "Windows has none installed", ErrorKind.READER_FAILED),
    /** Objects cannot be created in this order. */
    E_ICC_CREATEORDER(
            0x80100021L,
            "objects cannot be created in this order",
            "a Windows provider says so",
            ErrorKind.READER_FAILED),
    /** The feature is not supported. */
    E_UNSUPPORTED_FEATURE(
            0x80100022L,
            "the feature is not supported",
            "the reader or its driver does not offer this",
            ErrorKind.READER_FAILED),
    /** The directory is not on the card. */
    E_DIR_NOT_FOUND(0x80100023L, "the directory is not on the card", "a Windows provider says so", ErrorKind.REFUSED),
    /** The file is not on the card. */
    E_FILE_NOT_FOUND(0x80100024L, "the file is not on the card", "a Windows provider says so", ErrorKind.REFUSED),
    /** The path is no directory. */
    E_NO_DIR(0x80100025L, "the path is no directory", "a Windows provider says so", ErrorKind.REFUSED),
    /** The path is no file. */
    E_NO_FILE(0x80100026L, "the path is no file", "a Windows provider says so", ErrorKind.REFUSED),
    /** Access is denied. */
    E_NO_ACCESS(
            0x80100027L,
            "access is denied",
            "this user may not use the service: polkit, or a group is missing",
            ErrorKind.NO_SERVICE),
    /** The card has not enough memory. */
    E_WRITE_TOO_MANY(0x80100028L, "the card has not enough memory", "a Windows provider says so", ErrorKind.REFUSED),
    /** The file position cannot be set. */
    E_BAD_SEEK(0x80100029L, "the file position cannot be set", "a Windows provider says so", ErrorKind.REFUSED),
    /** The PIN is wrong. */
    E_INVALID_CHV(0x8010002AL, "the PIN is wrong", "another PIN is asked for", ErrorKind.AUTHENTICATION_FAILED),
    /** A layer below gave an unknown code. */
    E_UNKNOWN_RES_MNG(
            0x8010002BL, "a layer below gave an unknown code", "a driver's own code", ErrorKind.READER_FAILED),
    /** The certificate does not exist. */
    E_NO_SUCH_CERTIFICATE(
            0x8010002CL, "the certificate does not exist", "a Windows provider says so", ErrorKind.REFUSED),
    /** The certificate cannot be had. */
    E_CERTIFICATE_UNAVAILABLE(
            0x8010002DL, "the certificate cannot be had", "a Windows provider says so", ErrorKind.REFUSED),
    /** No reader is connected. */
    E_NO_READERS_AVAILABLE(
            0x8010002EL, "no reader is connected", "none is plugged in, or its driver is missing", ErrorKind.NO_READER),
    /** Data was lost on the way to the card. */
    E_COMM_DATA_LOST(
            0x8010002FL,
            "data was lost on the way to the card",
            "the card is at the edge of the field: try again",
            ErrorKind.READER_FAILED),
    /** The key container does not exist. */
    E_NO_KEY_CONTAINER(
            0x80100030L, "the key container does not exist", "a Windows provider says so", ErrorKind.REFUSED),
    /** The service is too busy. */
    E_SERVER_TOO_BUSY(0x80100031L, "the service is too busy", "too many programs use it", ErrorKind.READER_BUSY),
    /** The reader cannot talk to the card. */
    W_UNSUPPORTED_CARD(
            0x80100065L, "the reader cannot talk to the card", "its ATR does not fit the reader", ErrorKind.NO_CARD),
    /** The card does not answer a reset. */
    W_UNRESPONSIVE_CARD(
            0x80100066L,
            "the card does not answer a reset",
            "it is upside down, damaged, or at the edge of the field",
            ErrorKind.NO_CARD),
    /** The card has no power. */
    W_UNPOWERED_CARD(0x80100067L, "the card has no power", "another program powered it off", ErrorKind.CARD_REMOVED),
    /** The card was reset by another program. */
    W_RESET_CARD(
            0x80100068L,
            "the card was reset by another program",
            "several programs share it: take a transaction",
            ErrorKind.CARD_REMOVED),
    /** The card was removed. */
    W_REMOVED_CARD(0x80100069L, "the card was removed", "it left the field", ErrorKind.CARD_REMOVED),
    /** Access is denied for security reasons. */
    W_SECURITY_VIOLATION(
            0x8010006AL,
            "access is denied for security reasons",
            "this user may not use the card: polkit",
            ErrorKind.NO_SERVICE),
    /** The PIN was wrong. */
    W_WRONG_CHV(0x8010006BL, "the PIN was wrong", "another PIN is asked for", ErrorKind.AUTHENTICATION_FAILED),
    /** The PIN is blocked. */
    W_CHV_BLOCKED(0x8010006CL, "the PIN is blocked", "it was wrong too often", ErrorKind.AUTHENTICATION_FAILED),
    /** The end of the file was reached. */
    W_EOF(0x8010006DL, "the end of the file was reached", "a Windows provider says so", ErrorKind.REFUSED),
    /** The user cancelled. */
    W_CANCELLED_BY_USER(0x8010006EL, "the user cancelled", "the dialog or PIN pad was cancelled", ErrorKind.CANCELLED),
    /** No PIN was given. */
    W_CARD_NOT_AUTHENTICATED(
            0x8010006FL, "no PIN was given", "the card asks for one first", ErrorKind.AUTHENTICATION_FAILED);

    private static final Map<Long, PcscCode> BY_VALUE = new HashMap<>();

    static {
        for (PcscCode code : values()) {
            BY_VALUE.put(code.value, code);
        }
    }

    private final long value;
    private final String meaning;
    private final String cause;
    private final ErrorKind kind;

    PcscCode(long value, String meaning, String cause, ErrorKind kind) {
        this.value = value;
        this.meaning = meaning;
        this.cause = cause;
        this.kind = kind;
    }

    /**
     * The code with a number.
     *
     * @param value the raw return value, 32 bits unsigned
     * @return its name, if it has one
     */
    public static Optional<PcscCode> of(long value) {
        return Optional.ofNullable(BY_VALUE.get(value));
    }

    /**
     * The raw number.
     *
     * @return 32 bits, unsigned
     */
    public long value() {
        return value;
    }

    /**
     * What it says.
     *
     * @return a few words
     */
    public String meaning() {
        return meaning;
    }

    /**
     * What usually causes it.
     *
     * @return a few words
     */
    public String usualCause() {
        return cause;
    }

    /**
     * The kind of error it is reported as.
     *
     * @return the kind
     */
    public ErrorKind kind() {
        return kind;
    }

    /**
     * The name in {@code winscard.h}.
     *
     * @return for instance {@code SCARD_E_NO_SERVICE}
     */
    public String symbol() {
        return "SCARD_" + (this == SUCCESS ? "S_" : "") + name();
    }

    /**
     * The exception for a return value.
     *
     * @param value the raw return value, not zero
     * @param doing what was being done, as in "connect to reader X"
     * @return an exception that keeps the number
     */
    static NfcException error(long value, String doing) {
        PcscCode code = BY_VALUE.get(value);
        if (code == null) {
            return new NfcException(
                            ErrorKind.READER_FAILED,
                            String.format("cannot %s: PC/SC gave the unknown code %08X", doing, value))
                    .withCode(value);
        }
        return new NfcException(code.kind, String.format("cannot %s: %s (%s)", doing, code.meaning, code.symbol()))
                .withCode(value)
                .withHint("Usual cause: " + code.cause);
    }
}
