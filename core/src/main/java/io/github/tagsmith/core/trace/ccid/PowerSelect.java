package io.github.tagsmith.core.trace.ccid;

import java.util.List;

/** bPowerSelect of PC_to_RDR_IccPowerOn (CCID 1.1 table 6.1-1). */
public final class PowerSelect {

    private static final List<String> NAMES = List.of("auto", "5.0V", "3.0V", "1.8V");

    private PowerSelect() {}

    /**
     * The voltage that a value asks for.
     *
     * @param value bPowerSelect
     * @return the voltage, auto, or reserved and the value
     */
    public static String name(int value) {
        return value < NAMES.size() ? NAMES.get(value) : String.format("reserved-%02X", value);
    }
}
