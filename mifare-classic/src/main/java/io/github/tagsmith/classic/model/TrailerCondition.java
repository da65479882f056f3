package io.github.tagsmith.classic.model;

import static io.github.tagsmith.classic.model.KeyHolders.A;
import static io.github.tagsmith.classic.model.KeyHolders.AB;
import static io.github.tagsmith.classic.model.KeyHolders.B;
import static io.github.tagsmith.classic.model.KeyHolders.NONE;

/**
 * What may be done with a sector trailer, by its bits C1 C2 C3; MF1S50yyX data sheet table 7. Key A can never be read.
 */
public enum TrailerCondition {
    /** Keys written with A, access bits fixed, key B readable. */
    C000(0b000, A, A, NONE, A, A),
    /** Transport configuration: everything with A, key B readable. */
    C001(0b001, A, A, A, A, A),
    /** Everything fixed, key B readable. */
    C010(0b010, NONE, A, NONE, A, NONE),
    /** Everything written with B. */
    C011(0b011, B, AB, B, NONE, B),
    /** Keys written with B, access bits fixed. */
    C100(0b100, B, AB, NONE, NONE, B),
    /** Access bits written with B, keys fixed. */
    C101(0b101, NONE, AB, B, NONE, NONE),
    /** Everything fixed. */
    C110(0b110, NONE, AB, NONE, NONE, NONE),
    /** Everything fixed; the same as 110. */
    C111(0b111, NONE, AB, NONE, NONE, NONE);

    private final int bits;
    private final KeyHolders keyAWrite;
    private final KeyHolders accessRead;
    private final KeyHolders accessWrite;
    private final KeyHolders keyBRead;
    private final KeyHolders keyBWrite;

    TrailerCondition(
            int bits,
            KeyHolders keyAWrite,
            KeyHolders accessRead,
            KeyHolders accessWrite,
            KeyHolders keyBRead,
            KeyHolders keyBWrite) {
        this.bits = bits;
        this.keyAWrite = keyAWrite;
        this.accessRead = accessRead;
        this.accessWrite = accessWrite;
        this.keyBRead = keyBRead;
        this.keyBWrite = keyBWrite;
    }

    /**
     * The condition with three bits.
     *
     * @param bits C1 C2 C3 as a number, C1 most significant, 0 to 7
     * @return the condition
     */
    public static TrailerCondition of(int bits) {
        for (TrailerCondition condition : values()) {
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
     * Who may write key A.
     *
     * @return the keys
     */
    public KeyHolders keyAWrite() {
        return keyAWrite;
    }

    /**
     * Who may read the access bits.
     *
     * @return the keys
     */
    public KeyHolders accessRead() {
        return accessRead;
    }

    /**
     * Who may write the access bits.
     *
     * @return the keys
     */
    public KeyHolders accessWrite() {
        return accessWrite;
    }

    /**
     * Who may read key B; where somebody may, it is no key but data.
     *
     * @return the keys
     */
    public KeyHolders keyBRead() {
        return keyBRead;
    }

    /**
     * Who may write key B.
     *
     * @return the keys
     */
    public KeyHolders keyBWrite() {
        return keyBWrite;
    }
}
