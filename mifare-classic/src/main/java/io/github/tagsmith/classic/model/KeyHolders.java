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
}
