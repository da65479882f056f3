package io.github.tagsmith.core.trace.ccid;

import java.util.Optional;

/** The messages of CCID 1.1 chapter 6 on the bulk endpoints. */
public enum MessageType {
    /** Sets the transmission parameters. */
    SET_PARAMETERS(0x61, "PC_to_RDR_SetParameters"),
    /** Activates the card. */
    ICC_POWER_ON(0x62, "PC_to_RDR_IccPowerOn"),
    /** Deactivates the card. */
    ICC_POWER_OFF(0x63, "PC_to_RDR_IccPowerOff"),
    /** Asks for the state of the slot. */
    GET_SLOT_STATUS(0x65, "PC_to_RDR_GetSlotStatus"),
    /** Asks the user for a PIN at the reader. */
    SECURE(0x69, "PC_to_RDR_Secure"),
    /** How the reader handles GET RESPONSE and ENVELOPE. */
    T0_APDU(0x6A, "PC_to_RDR_T0APDU"),
    /** A command of the vendor's to the reader. */
    ESCAPE(0x6B, "PC_to_RDR_Escape"),
    /** Asks for the transmission parameters. */
    GET_PARAMETERS(0x6C, "PC_to_RDR_GetParameters"),
    /** Sets the transmission parameters to their defaults. */
    RESET_PARAMETERS(0x6D, "PC_to_RDR_ResetParameters"),
    /** Stops or restarts the clock. */
    ICC_CLOCK(0x6E, "PC_to_RDR_IccClock"),
    /** Data to the card. */
    XFR_BLOCK(0x6F, "PC_to_RDR_XfrBlock"),
    /** Moves the card. */
    MECHANICAL(0x71, "PC_to_RDR_Mechanical"),
    /** Ends a command. */
    ABORT(0x72, "PC_to_RDR_Abort"),
    /** Sets data rate and clock. */
    SET_DATA_RATE(0x73, "PC_to_RDR_SetDataRateAndClockFrequency"),
    /** Data from the card. */
    DATA_BLOCK(0x80, "RDR_to_PC_DataBlock"),
    /** The state of the slot. */
    SLOT_STATUS(0x81, "RDR_to_PC_SlotStatus"),
    /** The transmission parameters. */
    PARAMETERS(0x82, "RDR_to_PC_Parameters"),
    /** The vendor's answer. */
    ESCAPE_ANSWER(0x83, "RDR_to_PC_Escape"),
    /** Data rate and clock. */
    DATA_RATE(0x84, "RDR_to_PC_DataRateAndClockFrequency");

    private static final MessageType[] BY_CODE = new MessageType[256];

    static {
        for (MessageType type : values()) {
            BY_CODE[type.code] = type;
        }
    }

    private final int code;
    private final String title;

    MessageType(int code, String title) {
        this.code = code;
        this.title = title;
    }

    /**
     * The type of a message.
     *
     * @param code bMessageType, 0 to 255
     * @return the type, where the specification has one
     */
    public static Optional<MessageType> of(int code) {
        return Optional.ofNullable(BY_CODE[code]);
    }

    /**
     * Whether that code is of this type.
     *
     * @param code bMessageType
     * @return true if so
     */
    public boolean is(int code) {
        return this.code == code;
    }

    /**
     * Its name in the specification.
     *
     * @return the name
     */
    public String title() {
        return title;
    }
}
