package io.github.tagsmith.classic.model;

import io.github.tagsmith.core.contactless.KeyType;

/** With which of the two keys something may be done. */
public enum KeyHolders {
    /** With neither. */
    NONE(false, false),
    /** With key A only. */
    A(true, false),
    /** With key B only. */
    B(false, true),
    /** With either. */
    AB(true, true);

    private final boolean keyA;
    private final boolean keyB;

    KeyHolders(boolean keyA, boolean keyB) {
        this.keyA = keyA;
        this.keyB = keyB;
    }

    /**
     * Whether a key will do.
     *
     * @param type the key
     * @return true if so
     */
    public boolean include(KeyType type) {
        return type == KeyType.A ? keyA : keyB;
    }

    /**
     * The same without key B, for sectors where key B is data.
     *
     * @return A or NONE
     */
    public KeyHolders withoutKeyB() {
        return keyA ? A : NONE;
    }

    /**
     * The keys in words.
     *
     * @return for a sentence: {@code key A or key B}, {@code key A}, {@code key B} or {@code neither key}
     */
    public String text() {
        return switch (this) {
            case NONE -> "neither key";
            case A -> "key A";
            case B -> "key B";
            case AB -> "key A or key B";
        };
    }
}
