package io.github.tagsmith.core.dialect;

/** How a setting's value reads. */
public enum ValueText {
    /** Hexadecimal. */
    HEX,
    /** Characters. */
    TEXT,
    /** Version numbers, one a byte. */
    VERSION
}
