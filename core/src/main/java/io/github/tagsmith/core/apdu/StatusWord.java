package io.github.tagsmith.core.apdu;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.Hex;
import org.jspecify.annotations.Nullable;

/**
 * SW1 and SW2 as one number.
 *
 * @param value 0000 to FFFF, SW1 in the upper byte
 */
public record StatusWord(int value) {

    /** Done. */
    public static final StatusWord OK = new StatusWord(0x9000);

    /** No information given; contactless readers say so for nearly everything. */
    public static final StatusWord NO_INFORMATION = new StatusWord(0x6300);

    /** Memory failure; part 3 readers: the card does not answer, or not as it should. */
    public static final StatusWord MEMORY_FAILURE = new StatusWord(0x6581);

    /** Wrong length. */
    public static final StatusWord WRONG_LENGTH = new StatusWord(0x6700);

    /** Security status not satisfied. */
    public static final StatusWord SECURITY_STATUS_NOT_SATISFIED = new StatusWord(0x6982);

    /** The key type or number does not fit, or the block is not authenticated with it. */
    public static final StatusWord AUTHENTICATION_METHOD_BLOCKED = new StatusWord(0x6983);

    /** Conditions of use not satisfied. */
    public static final StatusWord CONDITIONS_NOT_SATISFIED = new StatusWord(0x6985);

    /** Command not allowed. */
    public static final StatusWord COMMAND_NOT_ALLOWED = new StatusWord(0x6986);

    /** Function not supported. */
    public static final StatusWord FUNCTION_NOT_SUPPORTED = new StatusWord(0x6A81);

    /** File, application or block not found. */
    public static final StatusWord NOT_FOUND = new StatusWord(0x6A82);

    /** Wrong P1 or P2. */
    public static final StatusWord WRONG_P1_P2 = new StatusWord(0x6B00);

    /** Instruction not supported. */
    public static final StatusWord INSTRUCTION_NOT_SUPPORTED = new StatusWord(0x6D00);

    /** Class not supported. */
    public static final StatusWord CLASS_NOT_SUPPORTED = new StatusWord(0x6E00);

    /**
     * Checks the range.
     *
     * @param value 0000 to FFFF
     */
    public StatusWord {
        if (value < 0 || value > 0xFFFF) {
            throw new IllegalArgumentException("not a status word: " + value);
        }
    }

    /**
     * The first byte.
     *
     * @return 0 to 255
     */
    public int sw1() {
        return value >> 8;
    }

    /**
     * The second byte.
     *
     * @return 0 to 255
     */
    public int sw2() {
        return value & 0xFF;
    }

    /**
     * What it says, after ISO/IEC 7816-4 table 5 and 6 and, for 63 00, PC/SC part 3 section 3.2.2.
     *
     * @return a few words
     */
    public String meaning() {
        return StatusWordNames.meaning(value);
    }

    /**
     * The two bytes.
     *
     * @return SW1 SW2
     */
    public Bytes bytes() {
        return Bytes.bigEndian(value, 2);
    }

    /** Written out: what the compiler puts into a record costs a dozen generated classes when it is used first. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StatusWord that && value == that.value;
    }

    @Override
    public int hashCode() {
        return value;
    }

    @Override
    public String toString() {
        return Hex.ofShort(value);
    }
}
