package io.github.tagsmith.core.trace.ccid;

import java.util.Map;

/** Names of bError (CCID 1.1 table 6.2-2). */
public final class CcidError {

    private static final int LAST_OFFSET = 0x7F;
    private static final int FIRST_VENDOR = 0x81;
    private static final int LAST_VENDOR = 0xC0;

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(0xFF, "CMD_ABORTED"),
            Map.entry(0xFE, "ICC_MUTE"),
            Map.entry(0xFD, "XFR_PARITY_ERROR"),
            Map.entry(0xFC, "XFR_OVERRUN"),
            Map.entry(0xFB, "HW_ERROR"),
            Map.entry(0xF8, "BAD_ATR_TS"),
            Map.entry(0xF7, "BAD_ATR_TCK"),
            Map.entry(0xF6, "ICC_PROTOCOL_NOT_SUPPORTED"),
            Map.entry(0xF5, "ICC_CLASS_NOT_SUPPORTED"),
            Map.entry(0xF4, "PROCEDURE_BYTE_CONFLICT"),
            Map.entry(0xF3, "DEACTIVATED_PROTOCOL"),
            Map.entry(0xF2, "BUSY_WITH_AUTO_SEQUENCE"),
            Map.entry(0xF0, "PIN_TIMEOUT"),
            Map.entry(0xEF, "PIN_CANCELLED"),
            Map.entry(0xE0, "CMD_SLOT_BUSY"),
            Map.entry(0x00, "CMD_NOT_SUPPORTED"));

    private CcidError() {}

    /**
     * The name of an error.
     *
     * @param error bError of a command that failed
     * @return its name
     */
    public static String name(int error) {
        String name = NAMES.get(error);
        if (name != null) {
            return name;
        }
        if (error <= LAST_OFFSET) {
            return "BAD_PARAMETER_AT_OFFSET_" + error;
        }
        boolean vendor = error >= FIRST_VENDOR && error <= LAST_VENDOR;
        return String.format(vendor ? "VENDOR_%02X" : "RESERVED_%02X", error);
    }
}
