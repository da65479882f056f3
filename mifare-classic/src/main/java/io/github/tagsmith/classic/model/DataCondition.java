package io.github.tagsmith.classic.model;

import static io.github.tagsmith.classic.model.KeyHolders.AB;
import static io.github.tagsmith.classic.model.KeyHolders.B;
import static io.github.tagsmith.classic.model.KeyHolders.NONE;

/**
 * What may be done with a data block, by its bits C1 C2 C3; MF1S50yyX data sheet table 8. Key B counts only where it cannot
 * be read from the trailer: see {@link AccessBits#keyBUsable}.
 */
public enum DataCondition {
    /** Transport configuration: everything with either key. */
    C000(0b000, AB, AB, AB, AB),
    /** Value block that is only decremented. */
    C001(0b001, AB, NONE, NONE, AB),
    /** Read only. */
    C010(0b010, AB, NONE, NONE, NONE),
    /** Read and written with key B only. */
    C011(0b011, B, B, NONE, NONE),
    /** Read with either, written with key B. */
    C100(0b100, AB, B, NONE, NONE),
    /** Read with key B only. */
    C101(0b101, B, NONE, NONE, NONE),
    /** Value block: decremented with either, incremented and written with key B. */
    C110(0b110, AB, B, B, AB),
    /** Nothing at all. */
    C111(0b111, NONE, NONE, NONE, NONE);

    private final int bits;
    private final KeyHolders read;
    private final KeyHolders write;
    private final KeyHolders increment;
    private final KeyHolders decrement;

    DataCondition(int bits, KeyHolders read, KeyHolders write, KeyHolders increment, KeyHolders decrement) {
        this.bits = bits;
        this.read = read;
        this.write = write;
        this.increment = increment;
        this.decrement = decrement;
    }

    /**
     * The condition with three bits.
     *
     * @param bits C1 C2 C3 as a number, C1 most significant, 0 to 7
     * @return the condition
     */
    public static DataCondition of(int bits) {
        for (DataCondition condition : values()) {
            if (condition.bits == bits) {
                return condition;
            }
        }
        throw new IllegalArgumentException("not three bits: " + bits);
    }

    /**
     * Its three bits.
     *
     * @return C1 C2 C3 as a number, C1 most significant, 0 to 7
     */
    public int bits() {
        return bits;
    }

    /**
     * Who may read the block.
     *
     * @return the keys
     */
    public KeyHolders read() {
        return read;
    }

    /**
     * Who may write the block.
     *
     * @return the keys
     */
    public KeyHolders write() {
        return write;
    }

    /**
     * Who may increment the value in it.
     *
     * @return the keys
     */
    public KeyHolders increment() {
        return increment;
    }

    /**
     * Who may decrement, restore and transfer the value in it.
     *
     * @return the keys
     */
    public KeyHolders decrement() {
        return decrement;
    }
}
